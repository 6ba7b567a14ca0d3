use controls_azure_backup::AzureBackup;
use controls_core::satisfies;

trait Access {
    #[satisfies(AzureBackup::Authorization)]
    fn may_read(&self) -> bool;
}

fn main() {}
