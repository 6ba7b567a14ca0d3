//! Controls as keys of a map that has a value for each.
#![cfg(feature = "enum-map")]

mod service;

use enum_map::EnumMap;
use service::Service;

#[test]
fn a_map_has_a_value_for_each_control() {
    let map: EnumMap<Service, &str> = EnumMap::from_fn(Service::id);
    assert_eq!(map.len(), Service::COUNT);
    assert!(map.iter().all(|(control, id)| control.id() == *id));
    assert_eq!(map[Service::Authorization], "rbac");
}

#[cfg(feature = "alloc")]
#[test]
fn an_assessment_is_made_of_a_map() {
    use controls_core::{Assessed, Assessment, Finding};

    let mut map = EnumMap::from_fn(|_: Service| Assessed::new(Finding::Satisfied, ""));
    map[Service::Injection].finding = Finding::NotSatisfied;
    let assessment = Assessment::from(map);
    assert_eq!(
        assessment
            .gaps()
            .map(|(control, _)| control)
            .collect::<Vec<_>>(),
        [Service::Injection]
    );
}
