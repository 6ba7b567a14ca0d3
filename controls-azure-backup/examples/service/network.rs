//! Who may reach the service, and how.

use controls_azure_backup::AzureBackup;
use controls_core::satisfies;

/// Who calls.
pub(crate) struct Peer {
    /// Its address.
    pub(crate) address: [u8; 4],
    /// Whether the connection is encrypted.
    pub(crate) is_encrypted: bool,
}

/// Whether the peer is in a network from which the service may be called.
#[satisfies(
    AzureBackup::NetworkIsolation,
    reviewed = "f2459bca145bfe8f6c542b9f2bcec41e"
)]
#[satisfies(AzureBackup::ServiceEndpoint, AzureBackup::ForcedTunneling)]
pub(crate) fn is_inside(peer: &Peer) -> bool {
    peer.address[0] == 10
}

/// Whether nobody on the way can read what is sent.
#[satisfies(AzureBackup::EncryptionInTransit, AzureBackup::ApiCallsEncrypted)]
pub(crate) fn is_private(peer: &Peer) -> bool {
    peer.is_encrypted
}

#[cfg(test)]
mod tests {
    use controls_core::verifies;

    use super::*;

    fn peer(address: [u8; 4], is_encrypted: bool) -> Peer {
        Peer {
            address,
            is_encrypted,
        }
    }

    #[test]
    #[verifies(AzureBackup::NetworkIsolation, AzureBackup::ServiceEndpoint)]
    fn only_own_networks_are_let_in() {
        assert!(is_inside(&peer([10, 0, 0, 7], true)));
        assert!(!is_inside(&peer([192, 0, 2, 7], true)));
    }

    #[test]
    #[verifies(AzureBackup::ForcedTunneling)]
    fn nothing_comes_from_the_internet() {
        assert!(!is_inside(&peer([203, 0, 113, 1], true)));
    }

    #[test]
    #[verifies(AzureBackup::EncryptionInTransit, AzureBackup::ApiCallsEncrypted)]
    fn a_connection_has_to_be_encrypted() {
        assert!(is_private(&peer([10, 0, 0, 7], true)));
        assert!(!is_private(&peer([10, 0, 0, 7], false)));
    }
}
