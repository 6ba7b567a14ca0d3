//! Finding controls, and going through them.

mod service;

use controls_core::{Answer, Answered, Control, ControlSection, UnknownControl};
use service::{Service, ServiceSection};

#[test]
fn a_control_is_found_by_all_that_it_is_or_was_called() {
    for (text, control) in [
        ("forced-tunneling", Service::ForcedTunneling),
        ("ForcedTunneling", Service::ForcedTunneling),
        ("Forced tunneling support", Service::ForcedTunneling),
        ("tunneling", Service::ForcedTunneling),
        ("Support for forced tunneling", Service::ForcedTunneling),
        ("rbac", Service::Authorization),
        ("Authorization", Service::Authorization),
        ("RBAC", Service::Authorization),
    ] {
        assert_eq!(text.parse(), Ok(control), "{text}");
        assert_eq!(Service::try_from(text), Ok(control), "{text}");
    }
    // Only an id is an id.
    for (id, control) in [
        ("rbac", Some(Service::Authorization)),
        ("authorization", None),
        ("tunneling", None),
        ("", None),
    ] {
        assert_eq!(Service::from_id(id), control, "{id}");
        assert_eq!(<Service as Control>::from_id(id), control, "{id}");
    }
    const CONSTANT: Option<Service> = Service::from_id("injection");
    assert_eq!(CONSTANT, Some(Service::Injection));
}

#[test]
fn what_is_not_found_names_the_nearest_id() {
    for (text, message) in [
        (
            "forced-tuneling",
            "`Service` has no control `forced-tuneling`; did you mean `forced-tunneling`?",
        ),
        (
            "Service Endpoint",
            "`Service` has no control `Service Endpoint`; did you mean `service-endpoint`?",
        ),
        ("encryption", "`Service` has no control `encryption`"),
        // Two controls have this alias.
        ("sign-in", "`Service` has no control `sign-in`"),
        ("", "`Service` has no control ``"),
    ] {
        let error: UnknownControl = text.parse::<Service>().unwrap_err();
        assert_eq!(error.to_string(), message);
        assert_eq!(error.asked(), text);
        assert_eq!(error.catalog().name, "Service");
    }
    let long = "あ".repeat(100);
    let error = Service::try_from(&*long).unwrap_err();
    assert_eq!(
        error.to_string(),
        format!("`Service` has no control `{}…`", "あ".repeat(21))
    );
    let _: &dyn core::error::Error = &error;
}

#[test]
fn controls_are_gone_through_in_both_directions_with_their_number_known() {
    let mut all = Service::all();
    assert_eq!(
        (all.len(), all.next(), all.next_back(), all.len()),
        (
            5,
            Some(Service::ServiceEndpoint),
            Some(Service::Authorization),
            3
        )
    );
    let mut yes = Service::with_answer(Answer::Yes);
    assert_eq!(
        (yes.len(), yes.next_back(), yes.len()),
        (2, Some(Service::Authorization), 1)
    );
    assert_eq!(
        (yes.next(), yes.next(), yes.next_back(), yes.len()),
        (Some(Service::ForcedTunneling), None, None, 0)
    );
    let qualified = Service::with_answer(Answer::Qualified("Yes (preview)"));
    assert_eq!(qualified.collect::<Vec<_>>(), [Service::Authentication]);
    assert_eq!(Service::with_answer(Answer::Qualified("")).len(), 0);

    assert_eq!(
        ServiceSection::Identity.controls(),
        [Service::Authentication, Service::Authorization]
    );
    for section in ServiceSection::all() {
        assert!(
            section
                .controls()
                .iter()
                .all(|control| control.section() == section)
        );
        let records = section.section().records;
        assert!(
            records
                .iter()
                .map(|record| record.id)
                .eq(section.controls().iter().map(|control| control.id()))
        );
    }
}

/// All that a tool can know of a catalog, by the trait alone.
fn by_trait<C: Answered>() -> Vec<String> {
    C::all()
        .map(|c| {
            format!(
                "{c:?} {c} {} {} {} {:?} {} {:?} {}",
                c.id(),
                c.section(),
                c.answer(),
                c.notes(),
                c.links().len(),
                c.position(),
                c.fingerprint()
            )
        })
        .collect()
}

/// The same, by the data alone.
fn by_data(catalog: &'static controls_core::Catalog) -> Vec<String> {
    let records = catalog.records.iter();
    records
        .map(|r| {
            format!(
                "{} {} {} {} {} {:?} {} {:?} {}",
                r.name,
                r.title,
                r.id,
                r.section,
                r.answer.unwrap(),
                r.notes,
                r.links.len(),
                r.position,
                r.fingerprint
            )
        })
        .collect()
}

#[test]
fn the_trait_and_the_data_say_the_same() {
    assert_eq!(by_trait::<Service>(), by_data(Service::CATALOG));
    assert_eq!(by_trait::<Service>().len(), Service::COUNT);
    assert_eq!(
        Service::ForcedTunneling.links()[0].url,
        Some("https://learn.example/service/rules")
    );
}
