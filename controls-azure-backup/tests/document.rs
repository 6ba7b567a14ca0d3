//! The document is Microsoft's, byte for byte.

use sha2::{Digest, Sha256};

#[test]
fn the_document_is_as_published() {
    let digest = Sha256::digest(include_bytes!("../document/security-controls.md"));
    let hex = digest
        .iter()
        .fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"));
    assert_eq!(
        hex,
        "63bcfd4af8b7526ea0c2e7b7fa510417d3be8ee5f1a78b5c8769d65f9045e08f"
    );
}
