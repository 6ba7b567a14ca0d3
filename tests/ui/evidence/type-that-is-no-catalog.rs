use controls_azure_backup::AzureBackup;
use controls_core::{satisfies, verifies};

enum Mine {
    Firewall,
}

#[satisfies(Mine::Firewall)]
fn mine() {}

#[verifies(AzureBackup)]
fn catalog() {}

fn main() {
    mine();
}
