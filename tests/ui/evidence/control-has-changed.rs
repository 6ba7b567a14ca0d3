use controls_azure_backup::AzureBackup;
use controls_core::{satisfies, verifies};

#[satisfies(AzureBackup::Authorization, reviewed = "00112233445566778899aabbccddeeff")]
fn authorize() {}

#[verifies(AzureBackup::ForcedTunneling, reviewed = "00112233445566778899aabbccddeeff")]
fn check() {}

fn main() {
    authorize();
    check();
}
