//! Words that say what is in a column, and whether two headings are alike: in English, and in the languages of documents that
//! were seen.

/// A number or code.
pub(super) const LABELS: [&str; 27] = [
    "section",
    "standard",
    "citation",
    "subcategory",
    "practice",
    "id",
    "identifier",
    "no",
    "nr",
    "number",
    "code",
    "key",
    "ref",
    "control",
    "requirement",
    "criterion",
    "criteria",
    "rule",
    "article",
    "clause",
    "check",
    "réf",
    "numéro",
    "nummer",
    "kennung",
    "código",
    "番号",
];
/// What a control is called, in a word for controls.
pub(super) const CONTROLS: [&str; 22] = [
    "control",
    "recommendation",
    "requirement",
    "feature",
    "capability",
    "criterion",
    "criteria",
    "principle",
    "practice",
    "measure",
    "safeguard",
    "exigence",
    "mesure",
    "critère",
    "anforderung",
    "maßnahme",
    "requisito",
    "maatregel",
    "要件",
    "要求事項",
    "対策",
    "管理策",
];
/// What anything is called.
const TITLES: [&str; 12] = [
    "name",
    "title",
    "description",
    "question",
    "titre",
    "titel",
    "bezeichnung",
    "beschreibung",
    "frage",
    "descripción",
    "omschrijving",
    "項目",
];
pub(super) const ANSWERS: [&str; 52] = [
    "verdict",
    "enforced",
    "enforcement",
    "enabled",
    "achieved",
    "mitigated",
    "responsibility",
    "état",
    "status",
    "answer",
    "result",
    "supported",
    "support",
    "implemented",
    "compliant",
    "compliance",
    "conformance",
    "conformity",
    "coverage",
    "state",
    "met",
    "outcome",
    "done",
    "completed",
    "satisfied",
    "fulfilled",
    "statut",
    "conforme",
    "conformité",
    "réponse",
    "résultat",
    "umgesetzt",
    "umsetzung",
    "umsetzungsstatus",
    "umsetzungsstand",
    "erfüllt",
    "antwort",
    "ergebnis",
    "cumple",
    "cumplimiento",
    "estado",
    "respuesta",
    "resultado",
    "voldoet",
    "antwoord",
    "対応",
    "対応状況",
    "実施状況",
    "状況",
    "状態",
    "回答",
    "結果",
];
pub(super) const NOTES: [&str; 41] = [
    "notes",
    "note",
    "reason",
    "comment",
    "comments",
    "rationale",
    "justification",
    "remark",
    "remarks",
    "explanation",
    "explanations",
    "evidence",
    "details",
    "validation",
    "benefit",
    "commentaire",
    "commentaires",
    "remarque",
    "remarques",
    "bemerkung",
    "bemerkungen",
    "kommentar",
    "kommentare",
    "anmerkung",
    "anmerkungen",
    "begründung",
    "erläuterung",
    "hinweis",
    "hinweise",
    "nachweis",
    "observaciones",
    "comentario",
    "comentarios",
    "justificación",
    "toelichting",
    "opmerking",
    "opmerkingen",
    "備考",
    "理由",
    "根拠",
    "コメント",
];
pub(super) const DOCUMENTATION: [&str; 7] = [
    "documentation",
    "docs",
    "reference",
    "references",
    "link",
    "dokumentation",
    "documentación",
];

/// Whether a heading has one of these words.
pub(super) fn is_named(heading: &str, words: &[&str]) -> bool {
    let heading = heading.to_lowercase();
    let mut found = heading.split(|c: char| !c.is_alphanumeric());
    found.any(|word| words.contains(&word))
}

/// Whether a heading is that of titles.
pub(super) fn is_of_titles(heading: &str) -> bool {
    is_named(heading, &CONTROLS) || is_named(heading, &TITLES)
}

/// Whether a heading is that of a level, such as `L1` or `Level 2`: below it is which controls belong to that.
pub(super) fn is_level(heading: &str) -> bool {
    let heading = heading.to_lowercase();
    let level = ["level", "profile", "niveau", "stufe", "ml", "l"];
    let mut rest = level.iter().filter_map(|word| heading.strip_prefix(word));
    rest.any(|rest| {
        let rest = rest.trim();
        !rest.is_empty() && rest.chars().all(|c| c.is_ascii_digit())
    })
}
