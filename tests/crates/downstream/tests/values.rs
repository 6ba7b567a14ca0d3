//! Controls as values: in sets, in order, on screen, and through code that knows no catalog by name.

#![deny(warnings)]

use std::collections::{BTreeMap, BTreeSet, HashSet};

use controls_azure_backup::{AzureBackup, AzureBackupSection};
use downstream::{gaps, gaps_of, letter, review, title_of};

#[test]
fn controls_are_ordered_as_in_the_article() {
    let backwards: BTreeSet<_> = AzureBackup::ALL.iter().rev().copied().collect();
    assert_eq!(backwards.into_iter().collect::<Vec<_>>(), AzureBackup::ALL);
    assert!(AzureBackup::ServiceEndpoint < AzureBackup::ConfigurationManagement);
    assert!(AzureBackupSection::Network < AzureBackupSection::Identity);
    let letters: String = AzureBackupSection::ALL
        .iter()
        .map(|section| letter(*section))
        .collect();
    assert_eq!(letters, "nmidc");
}

#[test]
fn controls_are_keys() {
    let set: HashSet<_> = AzureBackup::ALL
        .iter()
        .copied()
        .chain(AzureBackup::ALL.iter().copied())
        .collect();
    assert_eq!(set.len(), AzureBackup::COUNT);
    let mut reviews: BTreeMap<&str, usize> = BTreeMap::new();
    for control in AzureBackup::ALL {
        *reviews.entry(review(*control)).or_default() += 1;
    }
    assert_eq!(reviews["ask the owner of the data"], 5);
}

#[test]
fn a_control_is_copied() {
    let control = AzureBackup::ApiCallsEncrypted;
    let copy = control;
    assert_eq!(control, copy);
    assert_eq!(size_of::<AzureBackup>(), 2);
}

#[test]
fn a_control_is_shown_by_its_title_and_debugged_by_its_name() {
    let control = AzureBackup::ApiCallsEncrypted;
    assert_eq!(format!("{control}"), "API calls encrypted");
    assert_eq!(
        format!("{control:>21}|{control:.3}"),
        "  API calls encrypted|API"
    );
    assert_eq!(
        format!("{control:?} {:?}", AzureBackupSection::DataProtection),
        "ApiCallsEncrypted DataProtection"
    );
    assert_eq!(
        AzureBackupSection::MonitoringAndLogging.to_string(),
        "Monitoring & logging"
    );
}

#[test]
fn generic_code_and_plain_code_agree() {
    let ids = [
        "service-endpoint",
        "vnet-injection",
        "forced-tunneling",
        "data-plane-logging",
        "encryption-at-rest-customer-managed-keys",
        "column-level-encryption",
        "encryption-in-transit",
    ];
    assert_eq!(gaps_of(AzureBackup::CATALOG), ids);
    assert_eq!(
        gaps::<AzureBackup>()
            .into_iter()
            .map(AzureBackup::id)
            .collect::<Vec<_>>(),
        ids
    );
    assert_eq!(title_of::<AzureBackup>("authorization"), "Authorization");
    assert_eq!(title_of::<AzureBackup>("Authorization"), "no such control");
}
