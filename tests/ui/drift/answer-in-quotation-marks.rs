controls_core::controls! {
    #[document = "labelled.md"]
    #[columns(label = "No.", title = "Recommendation", answer = "Status", also = ["Level"])]
    pub enum Service {
        Storage = "Storage" {
            Encryption = "Ensure that backups are encrypted with a key of the customer" => "Pass" { label: "2.1", "Level": "L2" },
            DeletedBackups = "Ensure that deleted backups are kept for at least 14 days" => No { label: "2.2", "Level": "L1" },
            PrivateNetworks = "Ensure that the vault accepts requests from private networks only" => Yes { label: "2.3", "Level": "L1" },
        }
    }
}

fn main() {}
