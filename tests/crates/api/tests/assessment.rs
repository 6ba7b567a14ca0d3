//! Assessments: total, and honest about what nobody has looked at.
#![cfg(feature = "alloc")]

mod service;

use controls_core::{Assessed, Assessment, Date, Finding, Known, StoredAssessment};
use service::Service;

fn until(day: u8) -> Date {
    Date::new(2027, 3, day).unwrap()
}

fn assessment() -> Assessment<Service> {
    Assessment::from_fn(|control| match control {
        Service::ServiceEndpoint => Assessed::new(Finding::Satisfied, "policy 12\nof 2026"),
        Service::ForcedTunneling => {
            Assessed::new(Finding::NotSatisfied, "route 0.0.0.0/0 is missing")
        }
        Service::Injection => Assessed::new(Finding::NotApplicable, ""),
        Service::Authentication => Assessed::new(
            Finding::Waived {
                reason: "pilot".to_owned(),
                until: until(31),
            },
            "ticket 7",
        ),
        Service::Authorization => Assessed::new(Finding::NotAssessed, ""),
    })
}

#[test]
fn what_nobody_has_looked_at_is_no_pass() {
    let mut assessment = assessment();
    assert!(!assessment.passes());
    let gaps = |assessment: &Assessment<Service>| {
        assessment
            .gaps()
            .map(|(control, _)| control)
            .collect::<Vec<_>>()
    };
    assert_eq!(
        gaps(&assessment),
        [Service::ForcedTunneling, Service::Authorization]
    );
    assessment.replace(
        Service::ForcedTunneling,
        Assessed::new(Finding::Satisfied, ""),
    );
    assert!(!assessment.passes());
    let before = assessment.replace(
        Service::Authorization,
        Assessed::new(Finding::Satisfied, ""),
    );
    assert_eq!(before.finding, Finding::NotAssessed);
    assert!(assessment.passes());
    let counts = assessment.counts();
    assert_eq!(
        (
            counts.satisfied,
            counts.waived,
            counts.not_applicable,
            counts.all()
        ),
        (3, 1, 1, Service::COUNT)
    );
}

#[test]
fn a_waiver_runs_out_after_its_last_day() {
    let assessment = assessment();
    assert_eq!(assessment.expired(until(31)).count(), 0);
    let expired: Vec<_> = assessment
        .expired(Date::new(2027, 4, 1).unwrap())
        .map(|(control, _)| control)
        .collect();
    assert_eq!(expired, [Service::Authentication]);
}

#[test]
fn a_report_is_a_table_by_section() {
    let expected = "\
Service: 1 satisfied, 1 not satisfied, 1 waived, 1 not applicable, 1 not assessed

Network: 1 satisfied, 1 not satisfied, 1 not applicable
  Service endpoint support  satisfied                policy 12 of 2026
  Forced tunneling support  not satisfied            route 0.0.0.0/0 is missing
  VNet injection            not applicable

Identity: 1 waived, 1 not assessed
  Authentication            waived until 2027-03-31  pilot; ticket 7
  Authorization             not assessed

Gaps:
  forced-tunneling (not satisfied)
  rbac (not assessed)
";
    let report = assessment().report().to_string();
    assert_eq!(report, expected);
}

#[test]
fn a_report_has_the_numbers_of_the_document() {
    controls_core::controls! {
        enum Numbered {
            Hosts = "Hosts" {
                Clock = "Clocks" { label: "1.1" },
                Disks = "Disks are encrypted",
            }
        }
    }
    let assessment = Assessment::<Numbered>::from_fn(|_| Assessed::new(Finding::Satisfied, "seen"));
    let expected = "\
Numbered: 2 satisfied

Hosts: 2 satisfied
  1.1 Clocks           satisfied                seen
  Disks are encrypted  satisfied                seen
";
    assert_eq!(assessment.report().to_string(), expected);
}

#[test]
fn an_id_from_elsewhere_is_known_or_kept() {
    assert_eq!(
        Known::from_id("tunneling"),
        Known::from(Service::ForcedTunneling)
    );
    let unknown = Known::<Service>::from_id("private-link");
    assert_eq!(
        (unknown.control(), unknown.id(), unknown.to_string()),
        (None, "private-link", "private-link".to_owned())
    );
}

#[cfg(feature = "serde")]
mod serde {
    use serde_json::json;

    use super::*;

    #[test]
    fn an_assessment_is_read_as_it_was_written() {
        let assessment = assessment();
        let json = serde_json::to_value(&assessment).unwrap();
        assert_eq!(
            json["service-endpoint"],
            json!({ "finding": "Satisfied", "evidence": "policy 12\nof 2026" })
        );
        let waived = json!({ "Waived": { "reason": "pilot", "until": "2027-03-31" } });
        assert_eq!(
            json["authentication"],
            json!({ "finding": waived, "evidence": "ticket 7" })
        );
        assert_eq!(
            serde_json::from_value::<Assessment<Service>>(json).unwrap(),
            assessment
        );
        let yaml = serde_yaml_ng::to_string(&assessment).unwrap();
        assert_eq!(
            serde_yaml_ng::from_str::<Assessment<Service>>(&yaml).unwrap(),
            assessment
        );
        let binary = postcard::to_stdvec(&assessment).unwrap();
        assert_eq!(
            postcard::from_bytes::<Assessment<Service>>(&binary).unwrap(),
            assessment
        );
    }

    #[test]
    fn the_schema_that_data_names_is_no_control() {
        let mut json = serde_json::to_value(assessment()).unwrap();
        let named = json.as_object_mut().unwrap();
        named.insert("$schema".into(), json!("urn:example:assessment:1"));
        assert_eq!(
            serde_json::from_value::<Assessment<Service>>(json.clone()).unwrap(),
            assessment()
        );
        let stored = serde_json::from_value::<StoredAssessment<Service>>(json).unwrap();
        assert_eq!(stored.unknown().count(), 0);
        assert_eq!(stored.into_assessment(), assessment());
    }

    #[test]
    fn data_that_leaves_a_control_out_is_no_assessment() {
        let whole = serde_json::to_value(assessment()).unwrap();
        let read = |json: serde_json::Value| {
            serde_json::from_value::<Assessment<Service>>(json).map_err(|error| error.to_string())
        };
        let edited = |edit: &dyn Fn(&mut serde_json::Map<String, serde_json::Value>)| {
            let mut json = whole.clone();
            edit(json.as_object_mut().unwrap());
            read(json).unwrap_err()
        };
        for control in Service::all() {
            let error = edited(&|json| drop(json.remove(control.id())));
            let lacks = format!("control `{}` has no finding", control.id());
            assert_eq!(error, lacks + "; a `StoredAssessment` can be read without");
        }
        let finding = whole["rbac"].clone();
        assert!(
            edited(&|json| drop(json.insert("forced-tuneling".into(), finding.clone())))
                .contains("did you mean `forced-tunneling`?")
        );
        assert_eq!(
            edited(&|json| drop(json.insert("tunneling".into(), finding.clone()))),
            "control `forced-tunneling` has two findings"
        );
        let bad = [
            json!({ "finding": "Satisfied" }),
            json!({ "finding": "Fine", "evidence": "" }),
            json!({ "finding": "Satisfied", "evidence": "", "more": 1 }),
            json!({ "finding": { "Waived": { "reason": "", "until": "2027-02-30" } }, "evidence": "" }),
        ];
        let errors = [
            "missing field `evidence`",
            "unknown variant `Fine`",
            "unknown field `more`",
            "invalid value: string \"2027-02-30\"",
        ];
        for (bad, message) in bad.into_iter().zip(errors) {
            let error = edited(&|json| drop(json.insert("rbac".into(), bad.clone())));
            assert!(error.contains(message), "{error}");
        }
    }

    #[test]
    fn a_stored_assessment_says_what_another_edition_had_and_lacked() {
        let whole = serde_json::to_value(assessment()).unwrap();
        let read = |json: &serde_json::Value| {
            serde_json::from_value::<StoredAssessment<Service>>(json.clone())
                .map_err(|error| error.to_string())
        };
        let unknown = |stored: &StoredAssessment<Service>| {
            let all = stored
                .unknown()
                .map(|(id, assessed)| (id.to_owned(), assessed.clone()));
            all.collect::<Vec<_>>()
        };
        let same = read(&whole).unwrap();
        assert_eq!(same, StoredAssessment::from(assessment()));
        assert_eq!((same.missing().count(), unknown(&same)), (0, Vec::new()));
        assert_eq!(same.into_assessment(), assessment());

        let mut other = whole.clone();
        let entries = other.as_object_mut().unwrap();
        let moved = entries.remove("forced-tunneling").unwrap();
        entries.insert("tunneling".into(), moved);
        let gone = entries.remove("rbac").unwrap();
        entries.insert("private-link".into(), gone.clone());
        entries.insert("legacy".into(), whole["authentication"].clone());
        entries.remove("service-endpoint");
        let stored = read(&other).unwrap();
        assert_eq!(
            stored.missing().collect::<Vec<_>>(),
            [Service::ServiceEndpoint, Service::Authorization]
        );
        assert_eq!(
            unknown(&stored),
            [
                (
                    "legacy".to_owned(),
                    assessment().get(Service::Authentication).clone()
                ),
                (
                    "private-link".to_owned(),
                    serde_json::from_value(gone).unwrap()
                ),
            ]
        );
        let expected = Assessment::from_fn(|control| match control {
            Service::ServiceEndpoint => Assessed::new(Finding::NotAssessed, ""),
            control => assessment().get(control).clone(),
        });
        assert_eq!(stored.clone().into_assessment(), expected);

        // What is written has all that was read, by the ids of today, in each format.
        let json = serde_json::to_string(&stored).unwrap();
        let ids = [
            "forced-tunneling",
            "injection",
            "authentication",
            "legacy",
            "private-link",
        ];
        let places = ids.map(|id| json.find(&format!("\"{id}\":")).unwrap());
        assert!(places.is_sorted(), "{json}");
        assert_eq!(
            serde_json::from_str::<StoredAssessment<Service>>(&json).unwrap(),
            stored
        );
        let binary = postcard::to_stdvec(&stored).unwrap();
        assert_eq!(
            postcard::from_bytes::<StoredAssessment<Service>>(&binary).unwrap(),
            stored
        );
    }

    #[test]
    fn a_stored_assessment_has_one_finding_for_an_id() {
        let finding = r#"{ "finding": "Satisfied", "evidence": "" }"#;
        for (one, other, error) in [
            (
                "tunneling",
                "forced-tunneling",
                "control `forced-tunneling` has two findings",
            ),
            (
                "forced-tunneling",
                "Support for forced tunneling",
                "control `forced-tunneling` has two findings",
            ),
            ("rbac", "rbac", "control `rbac` has two findings"),
            ("gone", "gone", "control `gone` has two findings"),
        ] {
            let json = format!(r#"{{ "{one}": {finding}, "{other}": {finding} }}"#);
            let read = serde_json::from_str::<StoredAssessment<Service>>(&json);
            let message = read.unwrap_err().to_string();
            assert!(message.starts_with(error), "{message}");
        }
        let error = serde_json::from_str::<StoredAssessment<Service>>("[]").unwrap_err();
        assert!(
            error
                .to_string()
                .contains("expected findings for controls of `Service`"),
            "{error}"
        );
    }

    #[test]
    fn an_unknown_id_is_written_as_it_was_read() {
        let known: Vec<Known<Service>> =
            serde_json::from_str(r#"["rbac","private-link"]"#).unwrap();
        assert_eq!(known[0].control(), Some(Service::Authorization));
        assert_eq!(
            serde_json::to_string(&known).unwrap(),
            r#"["rbac","private-link"]"#
        );
    }
}
