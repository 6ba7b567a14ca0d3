controls_core::controls! {
    #[document = "encryption-split.md"]
    pub enum Service {
        DataProtection = "Data protection" {
            EncryptionAtRest = "Encryption at rest" => Yes {
                notes: "With keys of the service.",
            },
        }
    }
}

fn main() {
    println!("{:?}", Service::EncryptionAtRest.answer());
}
