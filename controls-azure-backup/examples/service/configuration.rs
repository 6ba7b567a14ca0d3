//! How the service is set up.

use controls_azure_backup::AzureBackup;
use controls_core::satisfies;

/// The settings, of which each edition has a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Configuration {
    /// The number of the edition.
    pub(crate) version: u32,
    /// The key of the vault.
    pub(crate) key: u8,
}

impl Default for Configuration {
    fn default() -> Configuration {
        Configuration { version: 1, key: 7 }
    }
}

impl Configuration {
    /// The next edition, with another key.
    #[satisfies(AzureBackup::ConfigurationManagement)]
    #[cfg_attr(
        not(test),
        expect(dead_code, reason = "the example changes no settings")
    )]
    pub(crate) fn with_key(&self, key: u8) -> Configuration {
        Configuration {
            version: self.version + 1,
            key,
        }
    }
}

#[cfg(test)]
mod tests {
    use controls_core::verifies;

    use super::*;

    #[test]
    #[verifies(AzureBackup::ConfigurationManagement)]
    fn each_edition_has_a_number() {
        let first = Configuration::default();
        assert_eq!(first.with_key(9).version, first.version + 1);
    }
}
