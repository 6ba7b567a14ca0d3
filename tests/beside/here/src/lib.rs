controls_core::controls! {
    #[document = "../document.md"]
    #[headings(level = 3, notes = "Requirement")]
    pub enum Storage {
        Storage = "Storage" {
            EncryptionAtRest = "`S-1`: Encryption at rest" {
                notes: "The service MUST encrypt each object before it is stored.",
            },
            Deletion = "`S-2`: Deletion" {
                notes: "The service MUST delete an object within 30 days of a request.",
            },
            AuditLog = "`S-3`: Audit log" {
                notes: "The service MUST record each read of an object.",
            },
        }
    }
}

#[controls_core::satisfies(
    Storage::EncryptionAtRest,
    reviewed = "a7197083c6f6bb5689dc76790f671f1d"
)]
pub fn store(object: &str) -> String {
    object.chars().rev().collect()
}

#[controls_core::satisfies(Storage::Deletion)]
pub fn delete() {}

#[controls_core::verifies(Storage::EncryptionAtRest)]
#[test]
fn what_is_stored_is_encrypted() {
    assert_ne!(store("secret"), "secret");
}
