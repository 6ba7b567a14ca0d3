use controls_azure_backup::{AzureBackup, AzureBackupSection};
use controls_core::{satisfies, verifies};

enum Mine {
    Firewall,
}

#[satisfies(Mine::Firewall)]
fn mine() {}

#[satisfies(AzureBackupSection::Identity)]
fn section() {}

#[verifies(AzureBackup)]
fn catalog() {}

fn main() {
    mine();
}
