//! Code that relies on a catalog of another crate: on each control of it, and on catalogs in general.

#![deny(warnings)]

use controls_azure_backup::{AzureBackup, AzureBackupSection};
use controls_core::{Answer, Answered, Catalog, Control};

// An answer that this code relies on.
const _: () = assert!(matches!(AzureBackup::ForcedTunneling.answer(), Answer::No));

/// What a review of each control comes to. A control that this doesn't know of: no build.
#[must_use]
pub const fn review(control: AzureBackup) -> &'static str {
    match control {
        AzureBackup::ServiceEndpoint
        | AzureBackup::VnetInjection
        | AzureBackup::NetworkIsolation
        | AzureBackup::ForcedTunneling => "ask the network team",
        AzureBackup::AzureMonitoring
        | AzureBackup::ControlAndManagementPlaneLogging
        | AzureBackup::DataPlaneLogging => "ask the operators",
        AzureBackup::Authentication | AzureBackup::Authorization => "ask the directory team",
        AzureBackup::EncryptionAtRestMicrosoftManagedKeys
        | AzureBackup::EncryptionAtRestCustomerManagedKeys
        | AzureBackup::ColumnLevelEncryption
        | AzureBackup::EncryptionInTransit
        | AzureBackup::ApiCallsEncrypted => "ask the owner of the data",
        AzureBackup::ConfigurationManagement => "nothing to ask",
    }
}

/// The letter of each section.
#[must_use]
pub const fn letter(section: AzureBackupSection) -> char {
    match section {
        AzureBackupSection::Network => 'n',
        AzureBackupSection::MonitoringAndLogging => 'm',
        AzureBackupSection::Identity => 'i',
        AzureBackupSection::DataProtection => 'd',
        AzureBackupSection::ConfigurationManagement => 'c',
    }
}

/// The controls of any catalog that a service doesn't have.
#[must_use]
pub fn gaps<C: Answered>() -> Vec<C> {
    C::ALL
        .iter()
        .copied()
        .filter(|control| control.answer() == Answer::No)
        .collect()
}

/// The control of any catalog with this id, or the next best word.
#[must_use]
pub fn title_of<C: Control>(id: &str) -> &'static str {
    C::from_id(id).map_or("no such control", Control::title)
}

/// The same over data, for code that isn't generic.
#[must_use]
pub fn gaps_of(catalog: &Catalog) -> Vec<&'static str> {
    let gaps = catalog
        .records
        .iter()
        .filter(|record| record.answer == Some(Answer::No));
    gaps.map(|record| record.id).collect()
}
