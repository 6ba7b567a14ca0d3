//! Everything that says `const`, in constants.

mod service;

use controls_core::{Answer, Catalog, ControlSet, Fingerprint, Link, Position, Record};
use service::{Service, ServiceSection};

const CONTROL: Service = Service::ForcedTunneling;
const ALL: &[Service] = Service::ALL;
const COUNT: usize = Service::COUNT;
const CATALOG: &Catalog = Service::CATALOG;
const RECORD: &Record = CONTROL.record();
const ID: &str = CONTROL.id();
const TITLE: &str = CONTROL.title();
const SECTION: ServiceSection = CONTROL.section();
const ANSWER: Answer = CONTROL.answer();
const IS_YES: bool = ANSWER.is_yes();
const NOTES: Option<&str> = CONTROL.notes();
const DOCUMENTATION: Option<&str> = CONTROL.documentation();
const LINKS: &[Link] = CONTROL.links();
const POSITION: Option<Position> = CONTROL.position();
const FINGERPRINT: Fingerprint = CONTROL.fingerprint();
const FROM_ID: Option<Service> = Service::from_id("rbac");
const UNKNOWN: Option<Service> = Service::from_id("rbak");
const SET: ControlSet<Service> = Service::set(&[CONTROL]);
const SECTIONS: &[ServiceSection] = ServiceSection::ALL;
const SECTION_COUNT: usize = ServiceSection::COUNT;
const SECTION_TITLE: &str = SECTION.title();
const CONTROLS: &[Service] = ServiceSection::Identity.controls();
const INDEX: Option<usize> = CATALOG.index_of("injection");
const RECORDS: &[Record] = CATALOG.records;
const OF_SECTION: &[Record] = CATALOG.sections[1].records;
const BY_ID: Option<&Record> = CATALOG.record("injection");
const PARSED: bool = Fingerprint::parse("00112233445566778899AABBCCDDEEFF").is_ok();

#[test]
fn constants_are_what_the_functions_give() {
    assert_eq!(
        (ALL, COUNT, SECTIONS, SECTION_COUNT),
        (Service::ALL, 5, ServiceSection::ALL, 2)
    );
    assert_eq!(
        (RECORD.id, ID, TITLE),
        (
            "forced-tunneling",
            "forced-tunneling",
            "Forced tunneling support"
        )
    );
    assert_eq!(
        (SECTION, SECTION_TITLE),
        (ServiceSection::Network, "Network")
    );
    assert_eq!(
        (ANSWER, IS_YES, NOTES, DOCUMENTATION),
        (Answer::Yes, true, Some("By [rules](./rules.md)."), None)
    );
    assert_eq!(
        (LINKS.len(), POSITION, FINGERPRINT),
        (1, None, CONTROL.fingerprint())
    );
    assert_eq!((FROM_ID, UNKNOWN), (Some(Service::Authorization), None));
    assert!(SET.contains(CONTROL) && PARSED);
    assert_eq!(CONTROLS, [Service::Authentication, Service::Authorization]);
    assert_eq!(
        (INDEX, BY_ID.map(|record| record.title)),
        (Some(2), Some("VNet injection"))
    );
    assert_eq!((RECORDS.len(), &RECORDS[3..]), (5, OF_SECTION));
    assert_eq!(RECORDS[1], *RECORD);
}

#[test]
fn every_id_is_found_and_nothing_else() {
    for control in Service::ALL {
        assert_eq!(Service::from_id(control.id()), Some(*control));
        let mut longer = control.id().to_owned();
        longer.push('x');
        assert_eq!(Service::from_id(&longer), None);
        longer.truncate(longer.len() - 2);
        assert_eq!(Service::from_id(&longer), None);
    }
}
