//! A catalog without the standard library and without allocation, most of it in constants.

#![no_std]
#![deny(warnings)]

use controls_core::{Answer, Catalog, Link, Position, Record, Section};

controls_core::controls! {
    /// A service.
    #[document = "../document.md"]
    #[published = "https://service.example/security/controls"]
    pub enum Service {
        Network = "Network" {
            Firewall = "Firewall support" => Yes { notes: "By [rules](./rules.md)." },
            Tunnel = "Tunneling support" => No { formerly: ["tunneling"] },
        }
        Identity = "Identity" {
            Roles = "Role-based access" => "Yes (preview)" { documentation: "[Roles](/service/roles)" },
        }
    }
}

/// What is known when the crate is compiled.
pub const LAST: Service = Service::ALL[Service::COUNT - 1];
/// See [`LAST`].
pub const RECORD: &Record = LAST.record();
/// See [`LAST`].
pub const TEXTS: (&str, &str, Option<&str>, Option<&str>) =
    (LAST.id(), LAST.title(), LAST.notes(), LAST.documentation());
/// See [`LAST`].
pub const SECTION: (ServiceSection, &str, &[Service]) = (
    LAST.section(),
    LAST.section().title(),
    LAST.section().controls(),
);
/// See [`LAST`].
pub const ANSWER: Answer = LAST.answer();
/// See [`LAST`].
pub const LINK: Link = LAST.links()[0];
/// See [`LAST`].
pub const POSITION: Option<Position> = LAST.position();
/// See [`LAST`].
pub const FOUND: Option<Service> = Service::from_id("tunnel");
/// See [`LAST`].
pub const CATALOG: &Catalog = Service::CATALOG;
/// See [`LAST`].
pub const SECTIONS: &[Section] = CATALOG.sections;
/// See [`LAST`].
pub const FOUND_RECORD: Option<&Record> = CATALOG.record("firewall");

const _: () = assert!(Service::COUNT == 3 && ServiceSection::COUNT == ServiceSection::ALL.len());
const _: () = assert!(Service::Firewall.answer().is_yes() && !ANSWER.is_yes());
const _: () = assert!(matches!(FOUND, Some(Service::Tunnel)));
const _: () = assert!(Service::from_id("Tunnel").is_none());

controls_core::crosswalk! {
    /// The service and itself.
    pub struct Itself: Service => Service {
        Tunnel => [SubsetOf(Firewall)],
        Firewall => [SupersetOf(Tunnel)],
        Roles => [],
    }
}

const _: () = assert!(matches!(
    Itself::of(Service::Tunnel)[0].target,
    Service::Firewall
));
const _: () = assert!(Itself::to(Service::Roles).is_empty());

/// The answers, counted at compile time by an exhaustive match.
#[must_use]
pub const fn count(of: Answer) -> usize {
    let mut count = 0;
    let mut at = 0;
    while at < Service::COUNT {
        count += match (Service::ALL[at].answer(), of) {
            (Answer::Yes, Answer::Yes)
            | (Answer::No, Answer::No)
            | (Answer::NotApplicable, Answer::NotApplicable)
            | (Answer::Qualified(_), Answer::Qualified(_)) => 1,
            _ => 0,
        };
        at += 1;
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;
    use controls_core::{Answered, Control, ControlSection};
    use core::fmt::{self, Write};

    /// So many bytes, without allocation.
    struct Buffer([u8; 64], usize);

    impl Write for Buffer {
        fn write_str(&mut self, text: &str) -> fmt::Result {
            let end = self.1 + text.len();
            self.0
                .get_mut(self.1..end)
                .ok_or(fmt::Error)?
                .copy_from_slice(text.as_bytes());
            self.1 = end;
            Ok(())
        }
    }

    #[test]
    fn constants_say_what_the_document_says() {
        assert_eq!(
            TEXTS,
            (
                "roles",
                "Role-based access",
                None,
                Some("[Roles](/service/roles)")
            )
        );
        assert_eq!(
            SECTION,
            (ServiceSection::Identity, "Identity", &[Service::Roles][..])
        );
        assert_eq!(
            (ANSWER, RECORD.answer),
            (Answer::Qualified("Yes (preview)"), Some(ANSWER))
        );
        assert_eq!(
            (LINK.text, LINK.target, LINK.url),
            (
                "Roles",
                "/service/roles",
                Some("https://service.example/service/roles")
            )
        );
        assert_eq!(
            POSITION.map(|place| (place.line, place.column)),
            Some((14, 3))
        );
        assert_eq!(SECTIONS.len(), 2);
        assert_eq!(FOUND_RECORD.map(|record| record.id), Some("firewall"));
        assert_eq!(Service::Tunnel.record().formerly, ["tunneling"]);
        assert_eq!(
            (
                count(Answer::Yes),
                count(Answer::NotApplicable),
                count(Answer::Qualified(""))
            ),
            (1, 0, 1)
        );
    }

    #[test]
    fn the_traits_need_no_allocation() {
        fn first<C: Answered>() -> (Answer, usize, &'static str) {
            let control = C::ALL[0];
            (
                control.answer(),
                control.index(),
                Control::section(control).title(),
            )
        }
        assert_eq!(first::<Service>(), (Answer::Yes, 0, "Network"));
        let mut buffer = Buffer([0; 64], 0);
        write!(buffer, "{:?} {:>20}", Service::Tunnel, Service::Tunnel).unwrap();
        assert_eq!(&buffer.0[..buffer.1], b"Tunnel    Tunneling support");
    }
}
