//! Evidence on every kind of test, before and after its own attribute: each runs, and does what it did.

use controls_azure_backup::AzureBackup;
use controls_core::verifies;
use evidence::{Access as _, Service, Vault};
use rstest::rstest;

#[test]
#[verifies(AzureBackup::Authorization)]
fn after() {
    assert!(Vault { value: 1 }.may_read());
}

#[verifies(AzureBackup::Authorization, Service::Firewall)]
#[test]
fn before() -> Result<(), std::num::ParseIntError> {
    "1".parse::<u8>().map(drop)
}

#[test]
#[should_panic(expected = "refused")]
#[verifies(Service::Firewall)]
fn should_panic_after() {
    panic!("refused");
}

#[verifies(Service::Firewall)]
#[should_panic(expected = "refused")]
#[test]
fn should_panic_before() {
    panic!("refused");
}

#[tokio::test]
#[verifies(AzureBackup::DataPlaneLogging)]
async fn asynchronous_after() {
    evidence::asynchronous().await;
}

#[verifies(AzureBackup::DataPlaneLogging)]
#[tokio::test]
async fn asynchronous_before() {
    evidence::asynchronous().await;
}

#[rstest]
#[case(1)]
#[case(2)]
#[verifies(Service::Firewall)]
fn cases_after(#[case] port: u16) {
    assert_eq!(evidence::function(port), port);
}

#[verifies(Service::Firewall)]
#[rstest]
#[case(1)]
#[case(2)]
fn cases_before(#[case] port: u16) {
    assert_eq!(evidence::statements(port), 2);
}

#[test]
fn items_are_what_they_were() {
    const LEVEL: u8 = <Vault as evidence::Access>::LEVEL;
    const CALLED: u16 = evidence::constant_function();
    assert_eq!((LEVEL, CALLED), (1, 1));
    assert_eq!(evidence::LIMIT, [2, 2, 2]);
    assert!(Vault::<()>::ITERATOR.is_none());
    assert_eq!(evidence::statements(443), 1);
    assert_eq!(*evidence::generic(&3, []), 3);
}
