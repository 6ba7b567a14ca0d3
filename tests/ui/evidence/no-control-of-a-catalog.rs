use controls_azure_backup::AzureBackup;
use controls_core::{satisfies, verifies, waived};

#[satisfies(AzureBackup::COUNT)]
fn count() {}

#[verifies(AzureBackup::Authorization, AzureBackup::from_id)]
fn function() {}

waived!(AzureBackup::ALL, reason = "nobody has asked for it", until = "2027-03-31");

fn main() {
    count();
}
