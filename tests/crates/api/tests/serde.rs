//! Controls, records and catalogs as data, in JSON, in YAML and in a binary format.
#![cfg(feature = "serde")]

mod service;

use std::collections::BTreeMap;

use controls_core::{Answer, ControlSet, Fingerprint};
use serde_json::json;
use service::Service;

#[test]
fn a_control_is_its_id_in_each_format() {
    for control in Service::all() {
        let json = serde_json::to_string(&control).unwrap();
        assert_eq!(json, format!("{:?}", control.id()));
        assert_eq!(serde_json::from_str::<Service>(&json).unwrap(), control);
        assert_eq!(
            serde_json::from_value::<Service>(json!(control.id())).unwrap(),
            control
        );
        let yaml = serde_yaml_ng::to_string(&control).unwrap();
        assert_eq!(serde_yaml_ng::from_str::<Service>(&yaml).unwrap(), control);
        let binary = postcard::to_stdvec(&control).unwrap();
        assert_eq!(binary[1..], *control.id().as_bytes());
        assert_eq!(postcard::from_bytes::<Service>(&binary).unwrap(), control);
    }
    let keys: BTreeMap<Service, u8> = serde_json::from_str(r#"{"injection":1,"rbac":2}"#).unwrap();
    assert_eq!(
        serde_json::to_string(&keys).unwrap(),
        r#"{"injection":1,"rbac":2}"#
    );
}

#[test]
fn former_ids_are_read_and_unknown_ones_name_the_nearest() {
    assert_eq!(
        serde_json::from_str::<Service>("\"tunneling\"").unwrap(),
        Service::ForcedTunneling
    );
    for (id, message) in [
        (
            "forced-tuneling",
            "`Service` has no control `forced-tuneling`; did you mean `forced-tunneling`?",
        ),
        // The name of a variant is no id.
        ("Authorization", "`Service` has no control `Authorization`"),
    ] {
        let error = serde_json::from_value::<Service>(json!(id))
            .unwrap_err()
            .to_string();
        assert!(error.starts_with(message), "{error}");
    }
    let error = serde_json::from_str::<Service>("3")
        .unwrap_err()
        .to_string();
    assert!(
        error.contains("expected the id of a control of `Service`"),
        "{error}"
    );
}

#[test]
fn records_and_catalogs_have_the_documented_fields() {
    let record = serde_json::to_value(Service::ForcedTunneling.record()).unwrap();
    assert_eq!(
        record,
        json!({
            "id": "forced-tunneling",
            "name": "ForcedTunneling",
            "title": "Forced tunneling support",
            "group": [],
            "section": "Network",
            "answer": "Yes",
            "notes": "By [rules](./rules.md).",
            "documentation": null,
            "label": null,
            "properties": [],
            "links": [{ "text": "rules", "target": "./rules.md", "url": "https://learn.example/service/rules" }],
            "formerly": ["tunneling", "Support for forced tunneling"],
            "alias": [],
            "fingerprint": Service::ForcedTunneling.fingerprint().to_string(),
            "withdrawn": false,
            "position": null,
        })
    );
    let catalog = serde_json::to_value(Service::CATALOG).unwrap();
    assert_eq!(catalog["controls"][1], record);
    assert_eq!(catalog["sections"][1]["title"], "Identity");
    assert_eq!(
        catalog["fingerprint"],
        Service::CATALOG.fingerprint.to_string()
    );
    let keys: Vec<_> = catalog
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    assert_eq!(
        keys,
        [
            "controls",
            "date",
            "document",
            "fingerprint",
            "heading",
            "name",
            "published",
            "sections"
        ]
    );
    assert!(
        serde_yaml_ng::to_string(Service::CATALOG)
            .unwrap()
            .contains("notes: By [rules](./rules.md).")
    );
    assert!(!postcard::to_stdvec(Service::CATALOG).unwrap().is_empty());
    for (answer, expected) in [
        (Answer::No, json!("No")),
        (Answer::NotApplicable, json!("NotApplicable")),
        (
            Answer::Qualified("No (yet)"),
            json!({ "Qualified": "No (yet)" }),
        ),
    ] {
        assert_eq!(serde_json::to_value(answer).unwrap(), expected);
    }
}

#[test]
fn fingerprints_and_sets_are_read_back() {
    let fingerprint = Service::Injection.fingerprint();
    let json = serde_json::to_string(&fingerprint).unwrap();
    assert_eq!(
        serde_json::from_str::<Fingerprint>(&json).unwrap(),
        fingerprint
    );
    assert_eq!(
        postcard::from_bytes::<Fingerprint>(&postcard::to_stdvec(&fingerprint).unwrap()).unwrap(),
        fingerprint
    );
    assert!(serde_json::from_str::<Fingerprint>("\"12\"").is_err());

    let set = Service::set(&[Service::Authorization, Service::Injection]);
    assert_eq!(
        serde_json::to_value(set).unwrap(),
        json!(["injection", "rbac"])
    );
    assert_eq!(
        serde_json::from_value::<ControlSet<Service>>(json!(["rbac", "injection"])).unwrap(),
        set
    );
    assert!(serde_json::from_value::<ControlSet<Service>>(json!(["nothing"])).is_err());
}
