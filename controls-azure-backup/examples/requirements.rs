//! Whether Azure Backup meets what we ask of a backup service, by Microsoft's own account.
//!
//! ```text
//! cargo run -p controls-azure-backup --example requirements
//! ```
//!
//! Prints each requirement with the controls that it rests on. Exits with 1 if one isn't met.

use std::process::ExitCode;

use controls_azure_backup::AzureBackup;
use controls_core::{Answer, ControlSet};

/// What we ask for, and the controls that all have to answer yes.
struct Requirement {
    words: &'static str,
    controls: ControlSet<AzureBackup>,
}

const REQUIREMENTS: [Requirement; 3] = [
    Requirement {
        words: "Encryption at rest with our own keys",
        controls: AzureBackup::set(&[AzureBackup::EncryptionAtRestCustomerManagedKeys]),
    },
    Requirement {
        words: "Traffic leaves through our own network only",
        controls: AzureBackup::set(&[AzureBackup::ForcedTunneling, AzureBackup::NetworkIsolation]),
    },
    Requirement {
        words: "Audit of the control plane, in Log Analytics",
        controls: AzureBackup::set(&[
            AzureBackup::ControlAndManagementPlaneLogging,
            AzureBackup::AzureMonitoring,
        ]),
    },
];

// Somebody has read this row, and decided that it's enough. Once it says something else, this doesn't compile.
const _: () = AzureBackup::Authorization.assert_fingerprint("22b045c0a5e33d18bd50d221906e8ef6");

fn main() -> ExitCode {
    let yes: ControlSet<AzureBackup> = AzureBackup::with_answer(Answer::Yes).collect();
    let mut unmet = 0;
    for requirement in &REQUIREMENTS {
        let is_met = requirement.controls.is_subset(&yes);
        unmet += usize::from(!is_met);
        println!(
            "{}: {}",
            if is_met { "Met" } else { "NOT MET" },
            requirement.words
        );
        requirement.controls.iter().for_each(print);
        println!();
    }
    let catalog = AzureBackup::CATALOG;
    println!(
        "{unmet} of {} requirements aren't met, as of {}.\nSee {}",
        REQUIREMENTS.len(),
        catalog.date.unwrap_or("an unknown day"),
        catalog.published.unwrap_or(catalog.name)
    );
    if unmet == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(1)
    }
}

/// What the document says of a control, and where.
fn print(control: AzureBackup) {
    print!("  {control}: {}", control.answer());
    match control.position() {
        Some(position) => println!(" (row at {position})"),
        None => println!(),
    }
    if let Some(notes) = control.notes() {
        println!("    {notes}");
    }
    for link in control.links() {
        println!("    -> {}", link.url.unwrap_or(link.target));
    }
}
