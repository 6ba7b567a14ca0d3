use controls_azure_backup::AzureBackup;
use controls_core::satisfies;

struct Vault;

impl Vault {
    #[satisfies(
        "authorization",
        AzureBackup::Authorization AzureBackup::Authentication,
        AzureBackup::Authorization,
        review = "22b045c0a5e33d18bd50d221906e8ef6",
    )]
    fn authorize(&self) {}
}

fn main() {
    Vault.authorize();
}
