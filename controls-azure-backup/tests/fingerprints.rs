//! The fingerprints of Azure Backup's controls, which never change while the document doesn't.

use controls_azure_backup::AzureBackup;
use controls_document::read;
use sha2::{Digest, Sha256};

/// All fifteen, in order. They are the same in every release and on every machine.
const GOLDEN: [(&str, &str); 15] = [
    ("service-endpoint", "ee3741de6e98977e8383d0350fb84728"),
    ("vnet-injection", "121a0f7f36c9d1e70b1ae98213be5557"),
    ("network-isolation", "f2459bca145bfe8f6c542b9f2bcec41e"),
    ("forced-tunneling", "ad4ef7bccc76ffa04027e45153b3d7e6"),
    ("azure-monitoring", "b44ce660a85bff6a9441fbcb8f04174c"),
    (
        "control-and-management-plane-logging",
        "56311538b09941108d3402e21a9e80fd",
    ),
    ("data-plane-logging", "e0e3a026f3e803fc1f6ee81937b8e5d8"),
    ("authentication", "dee8bdd63eaf931748dde90e71c6bf77"),
    ("authorization", "22b045c0a5e33d18bd50d221906e8ef6"),
    (
        "encryption-at-rest-microsoft-managed-keys",
        "64af4c85ce6e07e2119721f348107008",
    ),
    (
        "encryption-at-rest-customer-managed-keys",
        "36def60c3dafe89fc0155aff97749bed",
    ),
    (
        "column-level-encryption",
        "a7ec11ac58eb5a81aaf041e04ab0530c",
    ),
    ("encryption-in-transit", "80be25753a3c32380206fa330e79e4ef"),
    ("api-calls-encrypted", "4a77673eec636973ce41001f05421271"),
    (
        "configuration-management",
        "b8f2f95686619b0ac2ad050a9e4108d7",
    ),
];

#[test]
fn fingerprints_are_those_of_every_release() {
    let fingerprints =
        AzureBackup::all().map(|control| (control.id(), control.fingerprint().to_string()));
    let golden = GOLDEN.map(|(id, fingerprint)| (id, fingerprint.to_owned()));
    assert_eq!(fingerprints.collect::<Vec<_>>(), golden);
    AzureBackup::CATALOG.assert_fingerprint("1a4a002b901baddb050e8b3693e9865f");
}

fn digest(text: &str) -> String {
    Sha256::digest(text)
        .iter()
        .take(16)
        .fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"))
}

/// As the documentation describes them, from the document and with somebody else's SHA-256.
#[test]
fn fingerprints_are_what_their_documentation_says() {
    let document = read(include_str!("../document/security-controls.md")).unwrap();
    let mut all = String::new();
    for ((section, row), control) in document.controls().zip(AzureBackup::all()) {
        let answer = row.answer().unwrap().to_string();
        let texts = [
            &*section.title,
            &row.title.text,
            &answer,
            &row.notes.text,
            &row.documentation.text,
        ];
        let netstrings = texts
            .iter()
            .map(|text| format!("{}:{text},", text.len()))
            .collect::<Vec<_>>()
            .concat();
        let expected = digest(&netstrings);
        assert_eq!(control.fingerprint().to_string(), expected, "{control:?}");
        all += &(expected + "\n");
    }
    assert_eq!(AzureBackup::CATALOG.fingerprint.to_string(), digest(&all));
}
