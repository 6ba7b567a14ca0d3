#[mantra_macros::req_satisfied("S-1")]
pub fn store(object: &str) -> String {
    object.chars().rev().collect()
}

#[mantra_macros::req_satisfied("S-2")]
pub fn delete() {}

#[mantra_macros::req_test("S-1")]
#[test]
fn what_is_stored_is_encrypted() {
    assert_ne!(store("secret"), "secret");
}
