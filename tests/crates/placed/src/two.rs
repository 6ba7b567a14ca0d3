//! Two catalogs in one module, and each pair of brackets around a definition.

controls_core::controls!(
    pub(crate) enum Storage {
        Network = "Network" { Firewall = "Firewall support" => Yes }
    }
);

controls_core::controls![
    pub(crate) enum Database {
        Network = "Network" { Firewall = "Firewall support" => No }
    }
];

#[test]
fn two_catalogs_are_two_types() {
    let answers = (Storage::Firewall.answer(), Database::Firewall.answer());
    assert_eq!(
        answers,
        (controls_core::Answer::Yes, controls_core::Answer::No)
    );
    assert_eq!(
        (Storage::CATALOG.name, Database::CATALOG.name),
        ("Storage", "Database")
    );
    assert_eq!(StorageSection::Network.controls(), [Storage::Firewall]);
    assert_eq!(DatabaseSection::Network.controls(), [Database::Firewall]);
}
