//! An entry for the `CHANGELOG.md` of a catalog, in Markdown.

use controls_document::Kind;

use super::{comparison::Comparison, drift::Drift, reasons};
use crate::level::Level;

/// What was added, removed and changed, under the date of the new edition.
pub(super) fn diff(comparison: &Comparison) -> String {
    let date = comparison.new_date.as_deref().unwrap_or("Unreleased");
    let mut paragraphs = vec![format!("## {date}"), summary(comparison)];
    for (heading, kinds) in [
        ("Added", &[Kind::Added][..]),
        ("Removed", &[Kind::Removed]),
        (
            "Changed",
            &[
                Kind::Answer,
                Kind::Retitled,
                Kind::Section,
                Kind::Notes,
                Kind::Documentation,
                Kind::Order,
            ],
        ),
    ] {
        let of_kind = |drift: &&Drift| kinds.iter().any(|kind| kind.name() == drift.kind);
        let items: Vec<String> = comparison.drifts.iter().filter(of_kind).map(item).collect();
        if !items.is_empty() {
            paragraphs.extend([format!("### {heading}"), items.join("\n")]);
        }
    }
    paragraphs.join("\n\n") + "\n"
}

fn summary(comparison: &Comparison) -> String {
    let Some(level) = comparison.level() else {
        return "The document says the same as before: no release is needed.".to_owned();
    };
    let editions = match (&comparison.old_date, &comparison.new_date) {
        (Some(old), Some(new)) if old != new => {
            format!("From the edition of {old} to that of {new}")
        }
        _ => "From the edition before to this one".to_owned(),
    };
    let name = match level {
        Level::Major => "**major**",
        Level::Minor => "**minor**",
        Level::Patch => "**patch**",
    };
    format!(
        "{editions}: {}. This is a {name} release.",
        reasons::counts(&comparison.drifts.iter().collect::<Vec<_>>())
    )
}

fn item(drift: &Drift) -> String {
    let title = drift.title.as_deref().map(code).unwrap_or_default();
    let [section, was, is] = [Some(&drift.section), drift.old.as_ref(), drift.new.as_ref()]
        .map(|text| text.map_or_else(|| "nothing".to_owned(), |text| code(text)));
    let after = |before: &Option<String>| {
        before
            .as_deref()
            .map_or_else(|| "first".to_owned(), |it| format!("after {}", code(it)))
    };
    let text = match drift.kind {
        "added" => format!(
            "{title} in section {section}, {}",
            drift.new_label.replace('`', "")
        ),
        "removed" => {
            let successors: Vec<String> =
                drift.successors.iter().map(|title| code(title)).collect();
            match &successors[..] {
                [] => format!("{title} from section {section}"),
                some => format!(
                    "{title} from section {section}; it may have become {}",
                    some.join(" or ")
                ),
            }
        }
        "answer" => format!("The answer of {title}: {was} is now {is}"),
        "retitled" if drift.certain => format!("The title {was} is now {is}"),
        "retitled" => format!("The title {was} seems to be {is} now"),
        "section" if drift.title.is_some() => {
            format!("{title} has moved from section {was} to section {is}")
        }
        "section" if drift.new.is_none() => {
            format!("Section {was}, which had no controls, was removed")
        }
        "section" => format!("Section {was} is now called {is}"),
        "order" => {
            let what = if drift.title.is_some() {
                title
            } else {
                format!("Section {section}")
            };
            format!(
                "{what} is in another place: {} instead of {}",
                after(&drift.new),
                after(&drift.old)
            )
        }
        cell => format!("The {cell} of {title}: {was} is now {is}"),
    };
    format!("- {text}")
}

/// The text as code, whatever backticks it has.
fn code(text: &str) -> String {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    if text.starts_with('`') || text.ends_with('`') || text.is_empty() {
        format!("{fence} {text} {fence}")
    } else {
        format!("{fence}{text}{fence}")
    }
}

#[cfg(test)]
mod tests {
    use super::code;

    #[test]
    fn code_may_have_backticks_in_it() {
        for (text, expected) in [
            ("a", "`a`"),
            ("a`b", "``a`b``"),
            ("`a`", "`` `a` ``"),
            ("a```", "```` a``` ````"),
        ] {
            assert_eq!(code(text), expected);
        }
    }
}
