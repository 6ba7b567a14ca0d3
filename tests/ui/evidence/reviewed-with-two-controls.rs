use controls_azure_backup::AzureBackup;
use controls_core::satisfies;

#[satisfies(
    AzureBackup::Authorization,
    AzureBackup::Authentication,
    reviewed = "22b045c0a5e33d18bd50d221906e8ef6",
)]
fn authorize() {}

fn main() {
    authorize();
}
