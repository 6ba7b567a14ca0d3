use controls_azure_backup::AzureBackup;
use controls_core::satisfies;

fn main() {
    #[satisfies(AzureBackup::Authorization)]
    let port = 443;
    #[satisfies(AzureBackup::Authorization)]
    println!("{port}");
}
