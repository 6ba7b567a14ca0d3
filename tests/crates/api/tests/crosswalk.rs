//! Crosswalks: rows in any order, looked up from both sides, in constants too.

mod service;

use controls_core::{Control, Crosswalk, Mapping, Relation};
use service::Service;

mod framework {
    controls_core::controls! {
        pub enum Framework {
            Protection = "Protection" {
                Boundary = "Boundary protection", Transmission = "Confidential transmission",
            }
            Access = "Access" { Enforcement = "Access enforcement", Training = "Training", Mapping = "A name of ours" }
        }
    }
}
use framework::Framework;

controls_core::crosswalk! {
    /// Its rows aren't in the order of the catalog.
    pub(crate) struct ServiceToFramework: Service => framework::Framework {
        Authorization => [EqualTo(Enforcement)],
        ForcedTunneling => [IntersectsWith(Transmission), SubsetOf(Boundary)],
        Authentication => [SupersetOf(Mapping), EquivalentTo(Enforcement)],
        Injection => [],
        ServiceEndpoint => [SubsetOf(Boundary)],
    }
}

// No control has to do with any.
controls_core::crosswalk! {
    struct Nothing: Framework => Service {
        Boundary => [],
        Transmission => [],
        Enforcement => [],
        Training => [],
        Mapping => []
    }
}

/// The names of the variants in the definition, in the words of the crosswalk.
fn lines<S: Control, T: Control>(mappings: &[Mapping<S, T>]) -> Vec<String> {
    let line = |mapping: &Mapping<S, T>| {
        format!(
            "{:?} {} {:?}",
            mapping.source, mapping.relation, mapping.target
        )
    };
    mappings.iter().map(line).collect()
}

#[test]
fn mappings_are_found_from_both_sides() {
    let crosswalk = ServiceToFramework::CROSSWALK;
    let by_source: Vec<_> = crosswalk
        .by_source()
        .map(|(source, of)| (source, lines(of)))
        .collect();
    let lines_of = |texts: &[&str]| {
        texts
            .iter()
            .map(|text| (*text).to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        by_source,
        [
            (
                Service::ServiceEndpoint,
                lines_of(&["ServiceEndpoint subset-of Boundary"])
            ),
            (
                Service::ForcedTunneling,
                lines_of(&[
                    "ForcedTunneling intersects-with Transmission",
                    "ForcedTunneling subset-of Boundary"
                ])
            ),
            (Service::Injection, Vec::new()),
            (
                Service::Authentication,
                lines_of(&[
                    "Authentication superset-of Mapping",
                    "Authentication equivalent-to Enforcement"
                ])
            ),
            (
                Service::Authorization,
                lines_of(&["Authorization equal-to Enforcement"])
            ),
        ]
    );
    let by_target: Vec<_> = crosswalk
        .by_target()
        .map(|(target, to)| (target, lines(to)))
        .collect();
    assert_eq!(
        by_target,
        [
            (
                Framework::Boundary,
                lines_of(&[
                    "ServiceEndpoint subset-of Boundary",
                    "ForcedTunneling subset-of Boundary"
                ])
            ),
            (
                Framework::Transmission,
                lines_of(&["ForcedTunneling intersects-with Transmission"])
            ),
            (
                Framework::Enforcement,
                lines_of(&[
                    "Authentication equivalent-to Enforcement",
                    "Authorization equal-to Enforcement"
                ])
            ),
            (Framework::Training, Vec::new()),
            (
                Framework::Mapping,
                lines_of(&["Authentication superset-of Mapping"])
            ),
        ]
    );
    let all: Vec<_> = by_source.into_iter().flat_map(|(_, lines)| lines).collect();
    assert_eq!(lines(crosswalk.mappings()), all);
    for control in Service::all() {
        assert_eq!(ServiceToFramework::of(control), crosswalk.of(control));
    }
    for control in Framework::all() {
        assert_eq!(ServiceToFramework::to(control), crosswalk.to(control));
    }
}

#[test]
fn lookups_work_in_constants() {
    const OF: &[Mapping<Service, Framework>] = ServiceToFramework::of(Service::ForcedTunneling);
    const TO: Mapping<Service, Framework> = ServiceToFramework::to(Framework::Mapping)[0];
    const ALL: &Crosswalk<Service, Framework> = ServiceToFramework::CROSSWALK;
    assert_eq!(
        (OF[1].relation, OF[1].target),
        (Relation::SubsetOf, Framework::Boundary)
    );
    assert_eq!(
        (TO.source, TO.relation.converse()),
        (Service::Authentication, Relation::SubsetOf)
    );
    assert_eq!(ALL.mappings().len(), 6);
}

#[test]
fn a_crosswalk_may_have_no_mapping() {
    assert_eq!(Nothing::CROSSWALK.mappings(), []);
    assert!(
        Nothing::CROSSWALK
            .by_target()
            .all(|(_, mappings)| mappings.is_empty())
    );
    assert_eq!(
        format!("{:?} {:?}", Nothing, Nothing::CROSSWALK),
        "Nothing []"
    );
}

#[test]
fn each_relation_has_a_converse_and_a_name_of_oscal() {
    for (relation, converse, name) in [
        (Relation::EqualTo, Relation::EqualTo, "equal-to"),
        (
            Relation::EquivalentTo,
            Relation::EquivalentTo,
            "equivalent-to",
        ),
        (Relation::SubsetOf, Relation::SupersetOf, "subset-of"),
        (Relation::SupersetOf, Relation::SubsetOf, "superset-of"),
        (
            Relation::IntersectsWith,
            Relation::IntersectsWith,
            "intersects-with",
        ),
    ] {
        assert_eq!((relation.converse(), relation.as_str()), (converse, name));
    }
}

#[cfg(feature = "serde")]
#[test]
fn a_crosswalk_is_a_list_of_mappings() {
    let json = serde_json::to_value(ServiceToFramework::CROSSWALK).unwrap();
    assert_eq!(json.as_array().unwrap().len(), 6);
    assert_eq!(
        json[0],
        serde_json::json!({ "source": "service-endpoint", "relation": "subset-of", "target": "boundary" })
    );
    for relation in [Relation::EquivalentTo, Relation::IntersectsWith] {
        assert_eq!(serde_json::to_value(relation).unwrap(), relation.as_str());
    }
}

/// The row of a control that has been withdrawn, which there has to be, is a use of it.
#[allow(deprecated)]
mod withdrawn {
    controls_core::controls! {
        pub enum Framework {
            Hosts = "Hosts" { Clocks = "Clocks", #[deprecated = "moved to Clocks"] Watches = "Watches" }
        }
    }

    controls_core::crosswalk! {
        pub struct Both: Framework => super::Framework {
            Clocks => [],
            Watches => [SubsetOf(Boundary)],
        }
    }
}

#[test]
fn withdrawn_controls_have_rows_too() {
    let withdrawn = withdrawn::Framework::all().filter(|of| of.record().withdrawn);
    let withdrawn: Vec<_> = withdrawn.map(|of| of.id()).collect();
    assert_eq!(withdrawn, ["watches"]);
    let mappings = withdrawn::Both::CROSSWALK.mappings();
    assert_eq!(mappings[0].source.id(), "watches");
}
