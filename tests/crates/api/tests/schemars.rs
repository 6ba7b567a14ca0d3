//! The JSON schema of a control.
#![cfg(feature = "schemars")]

mod service;

use schemars::{JsonSchema, SchemaGenerator, generate::SchemaSettings};
use service::Service;

mod other {
    controls_core::controls! {
        pub enum Service {
            Network = "Network" { Firewall = "Firewall support" => Yes }
        }
    }
}

/// What is allowed, and as what.
fn allowed(settings: SchemaSettings) -> Vec<(String, String)> {
    let schema = settings.into_generator().into_root_schema_for::<Service>();
    let schema = serde_json::to_value(schema).unwrap();
    assert_eq!(
        (&schema["title"], &schema["type"]),
        (&"Service".into(), &"string".into())
    );
    let allowed = schema["oneOf"].as_array().unwrap().iter();
    let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
    allowed
        .map(|one| (text(&one["const"]), text(&one["title"])))
        .collect()
}

#[test]
fn a_schema_is_the_enumeration_of_ids_with_titles() {
    let ids: Vec<_> = Service::all()
        .map(|control| (control.id().to_owned(), control.title().to_owned()))
        .collect();
    assert_eq!(allowed(SchemaSettings::default().for_serialize()), ids);
    // Former ids are read as well.
    let former = Service::all().flat_map(|control| {
        let former = control.record().formerly.iter();
        former.map(move |former| ((*former).to_owned(), control.title().to_owned()))
    });
    let all: Vec<_> = ids.iter().cloned().chain(former).collect();
    assert_eq!(all.len(), ids.len() + 2);
    assert_eq!(allowed(SchemaSettings::default().for_deserialize()), all);
}

#[test]
fn catalogs_of_one_name_have_schemas_of_two_names() {
    let mut generator = SchemaGenerator::default();
    let schemas = [
        generator.subschema_for::<Service>(),
        generator.subschema_for::<other::Service>(),
        generator.subschema_for::<Service>(),
    ]
    .map(|schema| serde_json::to_value(schema).unwrap());
    assert_ne!(schemas[0], schemas[1]);
    assert_eq!(schemas[0], schemas[2]);
    assert_eq!(generator.definitions().len(), 2);
    assert_eq!(Service::schema_name(), "Service");
}
