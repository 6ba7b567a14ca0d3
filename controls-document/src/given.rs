//! What a catalog in OSCAL gives a control besides what a row says.

/// What a catalog in OSCAL gives a control besides what a row says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Given {
    /// What has become of it, if it has been withdrawn: `moved to AC-2(1)`.
    pub withdrawn: Option<String>,
    /// The name of its variant: of one that has been exported.
    pub name: Option<String>,
    /// Its id: of one that has been exported that in data, and else that which other documents in OSCAL know it by.
    pub id: Option<String>,
    /// Its earlier ids and titles.
    pub formerly: Vec<String>,
    /// What people search for.
    pub alias: Vec<String>,
}

/// Returns what has become of a control that has been withdrawn, by its notes as a document in OSCAL gives them. Nothing is said
/// of notes that are others.
///
/// ```
/// use controls_document::become_of;
///
/// assert_eq!(become_of("[Withdrawn: Moved to AC-2(1).]").as_deref(), Some("moved to AC-2(1)"));
/// assert_eq!(become_of("[Withdrawn.]").as_deref(), Some(""));
/// assert_eq!(become_of("Review accounts."), None);
/// ```
#[must_use]
pub fn become_of(notes: &str) -> Option<String> {
    let notes = notes.strip_prefix("[Withdrawn")?.strip_suffix(']')?;
    let said = match notes.strip_prefix(": ") {
        Some(said) => said,
        None => notes.strip_prefix('.').filter(|rest| rest.is_empty())?,
    };
    // What it said before may follow.
    let said = said.split_once(". ").map_or(said, |(said, _)| said);
    let said = said.strip_suffix('.').unwrap_or(said);
    let known = ["Moved to ", "Incorporated into "];
    let said = known.iter().find(|of| said.starts_with(**of)).map(|_| said);
    let mut letters = said.unwrap_or_default().chars();
    let first = letters.next().map(|c| c.to_ascii_lowercase());
    Some(first.into_iter().chain(letters).collect())
}
