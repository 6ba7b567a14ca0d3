use controls_azure_backup::AzureBackupSection;
use controls_core::{satisfies, waived};

#[satisfies(AzureBackupSection::Identity)]
fn section() {}

waived!(AzureBackupSection::Network, reason = "there is no network", until = "2027-03-31");

fn main() {
    section();
}
