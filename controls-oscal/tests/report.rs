//! Reports of an assessment: what they say, in which order, and that nothing of what they quote is markup.

use std::{fs, path::PathBuf};

use controls_core::{Assessed, Assessment, Date, Finding};
use controls_oscal::{AssessmentReport, ReportFormat};
use insta::assert_snapshot;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use serde_json::{Value, json};

controls_core::controls! {
    #[published = "https://learn.example/service/controls"]
    enum Service {
        Network = "Network" {
            Firewall = "Firewall support" => Yes,
            Tunnel = "Tunneling support" => No { label: "1.2" },
            Endpoint = "Private endpoint" => No,
        }
        Identity = "Identity & access" {
            SignIn = "Sign-in" => Yes,
            Roles = "Role-based access" => Yes,
            Keys = "Keys of the customer" => Yes,
            Legacy = "Legacy sign-in" => NotApplicable,
        }
    }
}

fn waived(reason: &str, until: Date) -> Finding {
    Finding::Waived {
        reason: reason.to_owned(),
        until,
    }
}

fn day(month: u8, day: u8) -> Date {
    Date::new(2027, month, day).unwrap()
}

fn assessment() -> Assessment<Service> {
    Assessment::from_fn(|control| match control {
        Service::Firewall => Assessed::new(Finding::Satisfied, "rules of 2027-01-01\nand of May"),
        Service::Tunnel => Assessed::new(Finding::NotSatisfied, "no default route"),
        Service::Endpoint => Assessed::new(waived("pilot", day(3, 31)), "ticket 7"),
        Service::SignIn => Assessed::new(waived("until the move", day(3, 1)), ""),
        Service::Roles => Assessed::new(Finding::NotAssessed, ""),
        Service::Keys => Assessed::new(Finding::Satisfied, ""),
        Service::Legacy => Assessed::new(Finding::NotApplicable, "there is none"),
    })
}

fn report(format: ReportFormat) -> String {
    let report = AssessmentReport::new(&assessment()).as_of(day(3, 31));
    report.export(format).unwrap()
}

#[test]
fn an_article_has_what_is_to_be_done_first() {
    assert_snapshot!(report(ReportFormat::Markdown));
}

#[test]
fn a_page_has_what_is_to_be_done_first() {
    assert_snapshot!(report(ReportFormat::Html));
}

#[test]
fn a_ci_system_sees_a_test_case_for_each_control() {
    assert_snapshot!(report(ReportFormat::Junit));
}

#[test]
fn oscal_has_what_was_found() {
    let json: Value = serde_json::from_str(&report(ReportFormat::OscalAssessmentResults)).unwrap();
    let results = &json["assessment-results"]["results"][0];
    assert_eq!(results["start"], "2027-03-31T00:00:00Z");
    let findings = results["findings"].as_array().unwrap().iter();
    let findings: Vec<_> = findings
        .map(|of| {
            let target = &of["target"];
            [
                &target["target-id"],
                &target["status"]["state"],
                &of["description"],
            ]
        })
        .collect();
    assert_eq!(
        findings,
        [
            ["firewall_smt", "satisfied", "satisfied"],
            ["tunnel_smt", "not-satisfied", "not satisfied"],
            [
                "endpoint_smt",
                "not-satisfied",
                "waived until 2027-03-31: pilot"
            ],
            [
                "sign-in_smt",
                "not-satisfied",
                "waiver ended on 2027-03-01: until the move"
            ],
            ["keys_smt", "satisfied", "satisfied"],
            ["legacy_smt", "satisfied", "not applicable"],
        ]
    );
}

#[test]
fn a_code_scanner_reports_what_is_to_be_done_and_what_is_waived() {
    let log: Value = serde_json::from_str(&report(ReportFormat::Sarif)).unwrap();
    let run = &log["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    assert_eq!(rules.len(), Service::COUNT);
    assert_eq!(
        rules[1],
        json!({
            "id": "tunnel",
            "name": "Tunnel",
            "shortDescription": { "text": "Tunneling support" },
            "helpUri": "https://learn.example/service/controls",
        })
    );
    let results = run["results"].as_array().unwrap();
    let found: Vec<_> = results
        .iter()
        .map(|result| {
            let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
            assert_eq!(rules[index]["id"], result["ruleId"]);
            let place = &result["locations"][0]["logicalLocations"][0]["fullyQualifiedName"];
            let suppression = &result["suppressions"][0]["justification"];
            [
                &result["ruleId"],
                &result["level"],
                &result["message"]["text"],
                place,
                suppression,
            ]
            .map(|text| text.as_str().unwrap_or_default())
        })
        .collect();
    assert_eq!(
        found,
        [
            [
                "roles",
                "warning",
                "`Role-based access`: not assessed",
                "Service::Roles",
                ""
            ],
            [
                "tunnel",
                "error",
                "`Tunneling support`: not satisfied; no default route",
                "Service::Tunnel",
                ""
            ],
            [
                "sign-in",
                "error",
                "`Sign-in`: waiver ended on 2027-03-01: until the move",
                "Service::SignIn",
                ""
            ],
            [
                "endpoint",
                "error",
                "`Private endpoint`: waived until 2027-03-31: pilot; ticket 7",
                "Service::Endpoint",
                "pilot"
            ],
        ]
    );
}

#[test]
fn a_waiver_counts_until_its_last_day_is_over() {
    for (today, expected) in [
        (None, "| waived | 2 |"),
        (Some(day(3, 1)), "| waived | 2 |"),
        (Some(day(3, 2)), "| waiver ended | 1 |\n| waived | 1 |"),
        (Some(day(4, 1)), "| waiver ended | 2 |\n| satisfied"),
    ] {
        let report = AssessmentReport::new(&assessment());
        let report = today.map_or(report.clone(), |today| report.as_of(today));
        let text = report.export(ReportFormat::Markdown).unwrap();
        assert!(text.contains(expected), "{today:?}: {text}");
    }
}

#[test]
fn a_report_passes_if_nothing_is_to_be_done() {
    let mut assessment = assessment();
    for control in [Service::Roles, Service::Tunnel] {
        assert!(!AssessmentReport::new(&assessment).passes());
        assessment.replace(control, Assessed::new(Finding::Satisfied, ""));
    }
    let report = AssessmentReport::new(&assessment);
    assert!(report.passes());
    let text = report.export(ReportFormat::Markdown).unwrap();
    assert!(
        !text.contains("## To do") && !text.contains("As of"),
        "{text}"
    );
    assert!(!report.as_of(day(3, 2)).passes());
}

/// What may not be taken for markup, nor lost.
const HOSTILE: &str =
    "a | b <script>alert(1)</script> & \"q\" 'r' `c` [x](javascript:y) *e* ]]> \\| -- {{ z }}";

fn hostile() -> AssessmentReport {
    let text = format!("{HOSTILE}\u{1b}\u{0}\u{202e}\u{ffff}\r\n# h");
    let assessment = Assessment::from_fn(|control: Service| match control {
        Service::Tunnel => Assessed::new(waived(&text, day(3, 31)), &*text),
        Service::Firewall => Assessed::new(Finding::NotSatisfied, &*text),
        _ => Assessed::new(Finding::Satisfied, &*text),
    });
    AssessmentReport::new(&assessment)
}

#[test]
fn nothing_of_a_text_is_markup_in_an_article() {
    let text = hostile().export(ReportFormat::Markdown).unwrap();
    let (mut cells, mut cell, mut rows) = (Vec::new(), None, Vec::new());
    for event in Parser::new_ext(
        &text,
        Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH,
    ) {
        match event {
            Event::Start(Tag::TableCell) => cell = Some(String::new()),
            Event::Text(text) | Event::Code(text) => {
                if let Some(cell) = &mut cell {
                    cell.push_str(&text);
                }
            }
            Event::End(TagEnd::TableCell) => cells.extend(cell.take()),
            Event::End(TagEnd::TableHead | TagEnd::TableRow) => {
                rows.push(std::mem::take(&mut cells));
            }
            Event::Html(_)
            | Event::InlineHtml(_)
            | Event::Start(Tag::Link { .. } | Tag::Emphasis) => {
                panic!("{event:?} in {text}")
            }
            _ => {}
        }
    }
    let shown = format!("{HOSTILE}\u{fffd}\u{fffd}\u{fffd}\u{fffd} # h");
    assert!(rows.contains(&vec![
        "Firewall support (firewall)".to_owned(),
        "not satisfied".to_owned(),
        shown.clone()
    ]));
    assert!(rows.contains(&vec![
        "2027-03-31".to_owned(),
        "1.2 Tunneling support (tunnel)".to_owned(),
        shown
    ]));
}

#[test]
fn nothing_of_a_text_is_markup_in_xml() {
    let text = hostile().export(ReportFormat::Junit).unwrap();
    let document = roxmltree::Document::parse(&text).unwrap();
    let case = |name: &str| {
        let mut nodes = document.descendants();
        nodes
            .find(|node| node.attribute("name").is_some_and(|of| of.ends_with(name)))
            .unwrap()
    };
    let child = |name: &str, child: &str| {
        let case = case(name);
        case.children()
            .find(|node| node.has_tag_name(child))
            .unwrap()
    };
    let shown = format!("{HOSTILE}\u{fffd}\u{fffd}\u{fffd}\u{fffd}");
    assert_eq!(
        child("(tunnel)", "skipped").attribute("message").unwrap(),
        format!("waived until 2027-03-31: {shown} # h")
    );
    assert_eq!(
        child("(firewall)", "system-out").text().unwrap(),
        format!("{shown}\n# h")
    );
    assert_eq!(
        child("(firewall)", "failure").attribute("message"),
        Some("not satisfied")
    );
}

#[test]
fn nothing_of_a_text_is_markup_in_a_page() {
    let text = hostile().export(ReportFormat::Html).unwrap();
    assert!(!text.contains("<script") && !text.contains("'r'") && !text.contains('\u{202e}'));
    assert!(
        text.contains("&#60;script&#62;") && text.contains("{{ z }}"),
        "{text}"
    );
}

/// The schema of SARIF 2.1.0, as the crate `serde-sarif` has it.
fn schema() -> Value {
    let metadata = std::process::Command::new(env!("CARGO"))
        .args(["metadata", "--format-version=1", "--offline"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    let metadata: Value = serde_json::from_slice(&metadata.stdout).unwrap();
    let packages = metadata["packages"].as_array().unwrap();
    let package = packages
        .iter()
        .find(|package| package["name"] == "serde-sarif")
        .unwrap();
    let manifest = PathBuf::from(package["manifest_path"].as_str().unwrap());
    let path = manifest.with_file_name("src").join("schema.json");
    // The pattern of languages has a bracket too many to be a regular expression everywhere.
    let text = fs::read_to_string(path).unwrap().replace("{2}]?$", "{2}$");
    serde_json::from_str(&text).unwrap()
}

#[test]
fn sarif_is_valid_against_its_schema() {
    let validator = jsonschema::validator_for(&schema()).unwrap();
    for report in [
        AssessmentReport::new(&assessment()).as_of(day(3, 31)),
        hostile(),
    ] {
        let json: Value =
            serde_json::from_str(&report.export(ReportFormat::Sarif).unwrap()).unwrap();
        let errors: Vec<String> = validator
            .iter_errors(&json)
            .map(|error| error.to_string())
            .collect();
        assert!(errors.is_empty(), "{errors:?}");
        let read: serde_sarif::sarif::Sarif = serde_json::from_value(json.clone()).unwrap();
        assert_eq!(
            serde_json::to_value(&read).unwrap(),
            json,
            "something isn't of SARIF"
        );
    }
    let text = hostile().export(ReportFormat::Sarif).unwrap();
    assert!(text.contains("\\\\[x\\\\](javascript:y)"), "a link: {text}");
}

#[test]
fn formats_are_found_by_their_names() {
    for format in ReportFormat::ALL {
        assert_eq!(format.to_string().parse(), Ok(*format));
    }
    let error = "pdf".parse::<ReportFormat>().unwrap_err();
    assert_eq!(
        error.to_string(),
        "a format is one of `markdown`, `html`, `junit`, `sarif`, `oscal-assessment-results`"
    );
}
