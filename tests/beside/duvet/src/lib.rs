//= document.md#encryption-at-rest
//# **Requirement:** The service MUST encrypt each object before it is stored.
pub fn store(object: &str) -> String {
    object.chars().rev().collect()
}

//= document.md#deletion
//# **Requirement:** The service MUST delete an object within 30 days of a request.
pub fn delete() {}

//= document.md#encryption-at-rest
//= type=test
//# **Requirement:** The service MUST encrypt each object before it is stored.
#[test]
fn what_is_stored_is_encrypted() {
    assert_ne!(store("secret"), "secret");
}
