//! Where backups are kept.

use controls_azure_backup::AzureBackup;
use controls_core::satisfies;

use crate::{
    configuration::Configuration,
    identity::{Access, Directory, Token},
    log::Log,
    network::{Peer, is_inside, is_private},
};

/// A vault.
pub(crate) struct Vault {
    configuration: Configuration,
    backups: Vec<Vec<u8>>,
}

impl Vault {
    /// An empty one.
    pub(crate) fn new(configuration: Configuration) -> Vault {
        Vault {
            configuration,
            backups: Vec::new(),
        }
    }

    /// Keeps some data, sealed. Returns how many bytes it takes.
    pub(crate) fn back_up(
        &mut self,
        peer: &Peer,
        token: &Token,
        data: &[u8],
        log: &mut Log,
    ) -> Result<usize, &'static str> {
        if !is_inside(peer) || !is_private(peer) {
            return Err("not from here");
        }
        if !Directory.is_known(token) || !Directory.may_write(token) {
            return Err("not you");
        }
        log.action(&token.user, "back up");
        let sealed = sealed(data, self.configuration.key);
        let size = sealed.len();
        self.backups.push(sealed);
        log.data(size);
        Ok(size)
    }
}

/// The data as it's stored. A real service has a real cipher.
#[satisfies(
    AzureBackup::EncryptionAtRestMicrosoftManagedKeys,
    AzureBackup::ColumnLevelEncryption
)]
fn sealed(data: &[u8], key: u8) -> Vec<u8> {
    data.iter().map(|byte| byte ^ key).collect()
}

#[cfg(test)]
mod tests {
    use controls_core::verifies;

    use super::*;

    #[test]
    #[verifies(
        AzureBackup::EncryptionAtRestMicrosoftManagedKeys,
        AzureBackup::ColumnLevelEncryption
    )]
    fn nothing_is_stored_as_it_came() {
        assert_ne!(sealed(b"a disk", 7), b"a disk");
    }
}
