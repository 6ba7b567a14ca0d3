use controls_core::{evidence, satisfies, waived};

// The document of this catalog had `DiskEncryption` until its last edition.
controls_core::controls! {
    pub enum Service {
        Network = "Network" {
            Firewall = "Firewall support" => Yes,
        }
    }
}

struct Network;

impl Network {
    #[satisfies(Service::DiskEncryption)]
    fn join(&self) {}
}

#[satisfies(Service::DiskEncryption, reviewed = "7e626dbe0aca9f1bdd45373465af5ca2")]
impl Clone for Network {
    fn clone(&self) -> Network {
        evidence::satisfies!(Service::DiskEncryption);
        Network
    }
}

waived!(Service::DiskEncryption, reason = "there is no network", until = "2027-03-31");

fn main() {
    Network.clone().join();
}
