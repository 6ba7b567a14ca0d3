use controls_azure_backup::AzureBackup;
use controls_core::waived;

waived!(AzureBackup::VnetInjection, until = "2027-03-31");
waived!(AzureBackup::VnetInjection, reason = "there is no network");
waived!(reason = "there is no network", until = "2027-03-31");
waived!();

fn main() {}
