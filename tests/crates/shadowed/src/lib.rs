//! Modules, types and macros of this crate have the names of the standard library's and of `controls-core`'s: what the
//! macro makes means those, not these.

#![deny(warnings)]
#![allow(dead_code, reason = "the names are here to be in the way")]

mod core {}
mod std {}
mod alloc {}
mod controls_macros {}

struct Option;
struct Some;
struct None;
struct Result;
struct Vec;
struct String;
struct Record;
struct Answer;
struct Catalog;
struct Section;
struct Position;
struct Link;
struct Mapping;
struct Relation;
struct Crosswalk;
trait Control {}
trait Answered {}
trait ControlSection {}
trait Clone {}
trait Copy {}
trait Debug {}
trait Display {}
trait Hash {}
trait Ord {}

#[allow(unused_macros, reason = "the names are here to be in the way")]
macro_rules! compile_error {
    ($($any:tt)*) => {
        struct NotAnError;
    };
}
#[allow(unused_macros, reason = "the names are here to be in the way")]
macro_rules! include_bytes {
    ($($any:tt)*) => {
        "not bytes"
    };
}

controls_core::controls! {
    #[document = "../document.md"]
    pub(crate) enum Service {
        Network = "Network" {
            Firewall = "Firewall support" => Yes { notes: "By [rules](./rules.md)." },
            Tunnel = "Tunneling support" => No,
        }
        Identity = "Identity" {
            Roles = "Role-based access" => "Yes (preview)" { documentation: "[Roles](/service/roles)" },
        }
    }
}

controls_core::controls! {
    pub(crate) enum Vocabulary {
        Core = "core" {
            Some = "Some" => Yes,
            None = "None" => No,
            Ok = "Ok" => Yes,
            Option = "Option" => No,
            Record = "Record" => No,
            Answer = "Answer" => No,
        }
        Section = "Section" {
            Section = "Section" => NotApplicable,
            VocabularySection = "VocabularySection" => NotApplicable,
        }
    }
}

controls_core::crosswalk! {
    pub(crate) struct VocabularyToService: Vocabulary => Service {
        Some => [],
        None => [EqualTo(Roles), SubsetOf(Tunnel)],
        Ok => [],
        Option => [],
        Record => [],
        Answer => [],
        Section => [],
        VocabularySection => [],
    }
}

#[cfg(test)]
mod tests {
    use super::{Service, Vocabulary, VocabularySection, VocabularyToService};

    #[test]
    fn the_catalogs_mean_what_they_say() {
        assert_eq!(
            Service::Firewall.notes(),
            ::core::option::Option::Some("By [rules](./rules.md).")
        );
        assert_eq!(Service::Tunnel.answer(), controls_core::Answer::No);
        assert_eq!(
            Vocabulary::from_id("none"),
            ::core::option::Option::Some(Vocabulary::None)
        );
        assert_eq!(Vocabulary::COUNT, 8);
        assert_eq!(
            VocabularySection::Section.controls(),
            [Vocabulary::Section, Vocabulary::VocabularySection]
        );
        assert_eq!(
            format!("{:?} {}", Vocabulary::Ok, Vocabulary::Record),
            "Ok Record"
        );
        assert_eq!(
            VocabularyToService::of(Vocabulary::None)[1].target,
            Service::Tunnel
        );
    }
}
