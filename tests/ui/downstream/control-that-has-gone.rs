use controls_azure_backup::AzureBackup;

fn main() {
    println!("{}", AzureBackup::ForcedTunnelling);
}
