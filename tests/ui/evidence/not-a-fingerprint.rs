use controls_azure_backup::AzureBackup;
use controls_core::satisfies;

#[satisfies(AzureBackup::Authorization, reviewed = "22b045c0")]
fn short() {}

#[satisfies(AzureBackup::Authorization, reviewed = 0x22b045c0)]
fn number() {}

#[satisfies(AzureBackup::Authorization, reviewed = )]
fn nothing() {}

#[satisfies(AzureBackup::Authorization, reviewed = "22b045c0a5e33d18bd50d221906e8ef6", reviewed = "")]
fn twice() {}

fn main() {}
