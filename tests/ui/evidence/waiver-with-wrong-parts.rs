use controls_azure_backup::AzureBackup;
use controls_core::waived;

waived!(AzureBackup::VnetInjection, reason = "there is no network", until = "2027-02-29");
waived!(AzureBackup::VnetInjection, reason = "there is no network", until = "31.03.2027");
waived!(AzureBackup::VnetInjection, reason = " ", until = "2027-03-31");
waived!(AzureBackup::VnetInjection, because = "there is no network", untill = "2027-03-31");
waived!(
    AzureBackup::VnetInjection,
    AzureBackup::ForcedTunneling,
    reason = concat!("no", " network"),
    until = 2027
);

fn main() {}
