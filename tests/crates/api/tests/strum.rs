//! strum's traits.
#![cfg(feature = "strum")]

mod service;

use service::Service;
use strum::{EnumCount, EnumMessage, IntoEnumIterator, VariantArray, VariantNames};

fn generic<
    E: IntoEnumIterator
        + EnumCount
        + VariantArray
        + VariantNames
        + EnumMessage
        + Copy
        + core::fmt::Debug,
>() {
    assert_eq!(E::iter().len(), E::COUNT);
    assert_eq!(<E as VariantArray>::VARIANTS.len(), E::COUNT);
    for (value, name) in E::iter().zip(<E as VariantNames>::VARIANTS) {
        assert_eq!(format!("{value:?}"), *name);
    }
}

#[test]
fn strum_sees_a_catalog_as_any_enum() {
    generic::<Service>();
    assert_eq!(Service::iter().next_back(), Some(Service::Authorization));
    let control = Service::ForcedTunneling;
    assert_eq!(control.get_message(), Some("Forced tunneling support"));
    assert_eq!(
        control.get_detailed_message(),
        Some("By [rules](./rules.md).")
    );
    assert_eq!(
        Service::Authentication.get_documentation(),
        Some("[Sign in](/sign-in)")
    );
    assert_eq!(Service::Authorization.get_serializations(), ["rbac"]);
}
