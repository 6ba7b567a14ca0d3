controls_core::controls! {
    #[document = "labelled.md"]
    #[columns(label = "No.", title = "Recommendation", answer = "Status", also = ["Level"])]
    pub enum Service {
        Storage = "Storage" {
            TwoRegions = "Ensure that backups of machines are kept in two regions for at least 90 days" => Yes { label: "2.1", "Level": "L1" },
            DeletedBackups = "Ensure that deleted backups are kept for at least 14 days" => No { label: "2.2", "Level": "L1" },
            PrivateNetworks = "Ensure that the vault accepts requests from private networks only" => Yes { label: "2.3", "Level": "L1" },
        }
    }
}

fn main() {}
