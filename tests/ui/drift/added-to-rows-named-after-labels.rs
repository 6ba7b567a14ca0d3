controls_core::controls! {
    #[document = "labelled.md"]
    #[columns(label = "No.", title = "Recommendation", answer = "Status", also = ["Level"])]
    pub enum Service {
        Storage = "Storage" {
            V2_2 = "Ensure that deleted backups are kept for at least 14 days" => No { label: "2.2", "Level": "L1" },
            V2_3 = "Ensure that the vault accepts requests from private networks only" => Yes { label: "2.3", "Level": "L1" },
        }
    }
}

controls_core::controls! {
    #[document = "labelled.md"]
    #[columns(label = "No.", title = "Recommendation", answer = "Status", also = ["Level"])]
    pub enum Shifted {
        Storage = "Storage" {
            V2_1 = "Ensure that deleted backups are kept for at least 14 days" => No { label: "2.2", "Level": "L1" },
            V2_2 = "Ensure that the vault accepts requests from private networks only" => Yes { label: "2.3", "Level": "L1" },
        }
    }
}

fn main() {}
