//! The rules: each kind of difference, of a document or of a translation.

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
    [
        (
            "added",
            "The document has a control that was not there before.",
        ),
        ("removed", "The document no longer has a control."),
        ("answer", "The document answers otherwise for a control."),
        ("retitled", "The document calls a control by another title."),
        (
            "section",
            "A control is in another section, or its section has another heading.",
        ),
        ("notes", "The notes of a control have changed."),
        (
            "documentation",
            "The documentation of a control has changed.",
        ),
        ("order", "Controls or sections are in another order."),
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
    ]
    .map(|(id, text)| Rule {
        id,
        short_description: Description { text },
        default_configuration: Configuration { level: "error" },
    })
    .into()
}
