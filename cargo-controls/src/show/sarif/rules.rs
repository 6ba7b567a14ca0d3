//! The rules: each kind of difference, of a document or of a translation.

use controls_document::Kind;
use serde::Serialize;

/// A rule.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Rule {
    /// The kind.
    pub(super) id: &'static str,
    short_description: Description,
    default_configuration: Configuration,
}

#[derive(Serialize)]
struct Description {
    text: &'static str,
}

#[derive(Serialize)]
struct Configuration {
    level: &'static str,
}

/// All rules.
pub(super) fn rules() -> Vec<Rule> {
    let of_kinds = Kind::ALL.map(|kind| (kind.name(), of_kind(kind)));
    let all = of_kinds.into_iter().chain(OTHERS);
    all.map(|(id, text)| Rule {
        id,
        short_description: Description { text },
        default_configuration: Configuration { level: "error" },
    })
    .collect()
}

fn of_kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Recycled => "A label of the document names another control than before.",
        Kind::Added => "The document has a control that was not there before.",
        Kind::Removed => "The document no longer has a control.",
        Kind::Answer => "The document answers otherwise for a control.",
        Kind::Regrouped => "The document has a section more or less, with the same controls.",
        Kind::Retitled => "The document calls a control by another title.",
        Kind::Label => "A control has another label.",
        Kind::Section => "A control is in another section, or its section has another heading.",
        Kind::Notes => "The notes of a control have changed.",
        Kind::Documentation => "The documentation of a control has changed.",
        Kind::Property => "A further column says something else of a control.",
        Kind::Order => "Controls or sections are in another order.",
    }
}

const OTHERS: [(&str, &str); 6] = [
    ("missing", "A translation lacks a row of its original."),
    ("doubled", "A translation has a row twice."),
    ("extra", "A translation has a row that its original lacks."),
    (
        "misplaced",
        "A row of a translation is in another place than in its original.",
    ),
    (
        "unsatisfied",
        "Nothing satisfies a control, and no waiver says why.",
    ),
    (
        "unverified",
        "No test verifies a control, and no waiver says why.",
    ),
];
