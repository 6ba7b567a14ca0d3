//! How well one subscription's backups are set up, by the findings of a scanner.
//!
//! ```text
//! cargo run -p controls-azure-backup --example posture [FINDINGS [TODAY]]
//! ```
//!
//! `FINDINGS` is a JSON file with a finding for each id; without it, the sample next to this program is read. Waivers
//! that have run out by `TODAY` (`YYYY-MM-DD`) count as gaps. Exits with 0 if there are no gaps, 1 if there are some,
//! and 2 if the findings can't be read.

use std::{env, fs, process::ExitCode};

use controls_azure_backup::AzureBackup;
use controls_core::{Date, StoredAssessment};

const SAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/findings.json");

fn main() -> ExitCode {
    let mut arguments = env::args().skip(1);
    let path = arguments.next().unwrap_or_else(|| SAMPLE.to_owned());
    match posture(&path, arguments.next().as_deref()) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::from(2)
        }
    }
}

/// Prints the report. Returns whether there are no gaps.
fn posture(path: &str, today: Option<&str>) -> Result<bool, String> {
    let today: Option<Date> = today
        .map(|day| day.parse().map_err(|error| format!("`{day}`: {error}")))
        .transpose()?;
    let findings = read(path)?;
    // What the catalog doesn't know: of another edition, or misspelt.
    for (id, _) in findings.unknown() {
        if let Err(error) = AzureBackup::CATALOG.find_id(id) {
            eprintln!("warning: {error}");
        }
    }
    // The scanner may have looked at some controls only: nobody has assessed the others.
    let assessment = findings.into_assessment();
    print!("{}", assessment.report());
    let mut passes = assessment.passes();
    for (control, _) in today
        .into_iter()
        .flat_map(|today| assessment.expired(today))
    {
        println!("  {} (its waiver has run out)", control.id());
        passes = false;
    }
    Ok(passes)
}

fn read(path: &str) -> Result<StoredAssessment<AzureBackup>, String> {
    let text = fs::read_to_string(path)
        .map_err(|error| format!("the findings `{path}` can't be read: {error}"))?;
    serde_json::from_str(&text)
        .map_err(|error| format!("`{path}` doesn't hold findings by id: {error}"))
}
