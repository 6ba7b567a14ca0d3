//! A small backup service that says of each control which code satisfies it and which test verifies it:
//! `cargo controls trace -p controls-azure-backup`.
//!
//! Nothing satisfies `EncryptionAtRestCustomerManagedKeys`: that is the gap. `VnetInjection` is waived.

mod configuration;
mod identity;
mod log;
mod network;
mod storage;

use controls_azure_backup::AzureBackup;
use controls_core::waived;

use configuration::Configuration;
use identity::{Role, Token};
use log::Log;
use network::Peer;
use storage::Vault;

waived!(
    AzureBackup::VnetInjection,
    reason = "the service has no network of its own yet",
    until = "2099-12-31",
);

fn main() {
    let mut log = Log::default();
    let mut vault = Vault::new(Configuration::default());
    let peer = Peer {
        address: [10, 0, 0, 7],
        is_encrypted: true,
    };
    for (user, role) in [("operator", Role::Contributor), ("guest", Role::Reader)] {
        let token = Token {
            user: user.to_owned(),
            role,
            is_signed: true,
        };
        match vault.back_up(&peer, &token, b"a disk", &mut log) {
            Ok(size) => println!("{size} bytes of {user} are safe"),
            Err(refusal) => println!("{user} is refused: {refusal}"),
        }
    }
    for line in log.lines() {
        println!("{line}");
    }
}
