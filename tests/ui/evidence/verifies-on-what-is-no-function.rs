use controls_azure_backup::AzureBackup;
use controls_core::verifies;

#[verifies(AzureBackup::Authorization)]
struct Vault;

#[verifies(AzureBackup::Authorization)]
mod tests {}

struct Tests;

impl Tests {
    #[verifies(AzureBackup::Authorization)]
    const COUNT: usize = 1;
}

fn main() {
    assert_eq!(Tests::COUNT, 1);
}
