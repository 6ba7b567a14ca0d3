//! Writes the report of an assessment as a page, and the assessment as data: `cargo run --example assessment FOLDER`.

use std::{env, error::Error, fs, path::Path};

use controls_azure_backup::AzureBackup;
use controls_core::{Answer, Assessed, Assessment, Date, Finding};
use controls_oscal::{AssessmentReport, ReportFormat};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = env::args().nth(1).ok_or("expected a folder")?;
    let folder = Path::new(&folder);
    let days: [Date; 2] = ["2027-03-31".parse()?, "2027-12-31".parse()?];
    let assessment = Assessment::from_fn(|control| assess(control, days));
    let report = AssessmentReport::new(&assessment).as_of("2027-04-01".parse()?);
    fs::write(
        folder.join("assessment.html"),
        report.export(ReportFormat::Html)?,
    )?;
    fs::write(
        folder.join("assessment.json"),
        serde_json::to_string_pretty(&assessment)?,
    )?;
    Ok(())
}

/// What a tool may have found.
fn assess(control: AzureBackup, [early, late]: [Date; 2]) -> Assessed {
    let waived = |reason: &str, until| Finding::Waived {
        reason: reason.to_owned(),
        until,
    };
    match (control, control.answer()) {
        (AzureBackup::NetworkIsolation, _) => {
            Assessed::new(waived("the pilot", early), "ticket 12")
        }
        (AzureBackup::ForcedTunneling, _) => {
            Assessed::new(waived("nobody <asks> for it", late), "")
        }
        (AzureBackup::Authentication, _) => {
            Assessed::new(Finding::NotSatisfied, "two users without a second factor")
        }
        (AzureBackup::ColumnLevelEncryption, _) => Assessed::new(Finding::NotApplicable, ""),
        (_, Answer::Yes) => Assessed::new(Finding::Satisfied, "policy of 2027-02-01"),
        _ => Assessed::new(Finding::NotAssessed, ""),
    }
}
