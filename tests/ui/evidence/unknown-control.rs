use controls_azure_backup::AzureBackup;
use controls_core::{satisfies, verifies};

#[satisfies(AzureBackup::ForcedTunnelling)]
fn tunnel() {}

#[verifies(AzureBackup::Firewall)]
fn check() {}

fn main() {
    tunnel();
    check();
}
