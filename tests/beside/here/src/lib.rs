controls_core::controls! {
    #[document = "../document.md"]
    #[headings(level = 3, notes = "Requirement")]
    pub enum Storage {
        Storage = "Storage" {
            EncryptionAtRest = "Encryption at rest" {
                label: "S-1",
                notes: "The service MUST encrypt each object before it is stored.",
            },
            Deletion = "Deletion" {
                label: "S-2",
                notes: "The service MUST delete an object within 30 days of a request.",
            },
            AuditLog = "Audit log" {
                label: "S-3",
                notes: "The service MUST record each read of an object.",
            },
        }
    }
}

#[controls_core::satisfies(
    Storage::EncryptionAtRest,
    reviewed = "525d21d2f55592efe6be2118f87e5681"
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
