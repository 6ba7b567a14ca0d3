//! The JSON schema of a control.
#![cfg(feature = "schemars")]

mod service;

use service::Service;

#[test]
fn a_schema_is_the_enumeration_of_ids_with_titles() {
    let schema = serde_json::to_value(schemars::schema_for!(Service)).unwrap();
    assert_eq!(schema["title"], "Service");
    assert_eq!(schema["type"], "string");
    let ids: Vec<_> = schema["oneOf"]
        .as_array()
        .unwrap()
        .iter()
        .map(|id| (&id["const"], &id["title"]))
        .collect();
    assert_eq!(ids.len(), Service::COUNT);
    for ((id, title), control) in ids.into_iter().zip(Service::all()) {
        assert_eq!((id, title), (&control.id().into(), &control.title().into()));
    }
}
