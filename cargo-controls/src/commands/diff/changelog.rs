//! An entry for the `CHANGELOG.md` of a catalog, in Markdown.

use cargo_metadata::semver::Version;
use controls_document::Kind;

use super::{difference::Difference, model::Diff, reasons};
use crate::{
    level::Level,
    show::{
        markdown::{code, line},
        text::text,
    },
};

/// What was added, removed and changed, under the version that it calls for and the date of the new edition. `current`
/// is the version of the catalog so far.
pub(super) fn diff(diff: &Diff, current: Option<&Version>) -> String {
    let mut paragraphs = vec![heading(diff, current), summary(diff)];
    for heading in ["Recycled", "Added", "Removed", "Changed"] {
        let kinds = || Kind::ALL.into_iter().filter(|kind| under(*kind) == heading);
        let of_kind = |difference: &&Difference| kinds().any(|kind| kind.name() == difference.kind);
        let items: Vec<String> = diff.to_tell().filter(of_kind).map(item).collect();
        if !items.is_empty() {
            paragraphs.extend([format!("### {heading}"), items.join("\n")]);
        }
    }
    text(&[paragraphs.join("\n\n")])
}

/// The heading that a kind is told of under.
fn under(kind: Kind) -> &'static str {
    match kind {
        Kind::Recycled => "Recycled",
        Kind::Added => "Added",
        Kind::Removed => "Removed",
        _ => "Changed",
    }
}

fn heading(diff: &Diff, current: Option<&Version>) -> String {
    let version = diff.level().zip(current).map_or_else(
        || "Unreleased".to_owned(),
        |(level, of)| next(of, level).to_string(),
    );
    match &diff.new_date {
        Some(date) => format!("## {version} ({})", line(date)),
        None => format!("## {version}"),
    }
}

/// The version that follows. Before 1.0 the second number is that of major releases, the third that of all others.
fn next(version: &Version, level: Level) -> Version {
    let Version {
        major,
        minor,
        patch,
        ..
    } = *version;
    match (level, major) {
        (Level::Major, 0) => Version::new(0, minor + 1, 0),
        (Level::Major, _) => Version::new(major + 1, 0, 0),
        (Level::Minor, 1..) => Version::new(major, minor + 1, 0),
        (Level::Minor | Level::Patch, _) => Version::new(major, minor, patch + 1),
    }
}

fn summary(diff: &Diff) -> String {
    let Some(level) = diff.level() else {
        return "The document says the same as before: no release is needed.".to_owned();
    };
    let editions = match (&diff.old_date, &diff.new_date) {
        (Some(old), Some(new)) if old != new => {
            format!("From the edition of {} to that of {}", line(old), line(new))
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
        reasons::counts(&diff.to_tell().collect::<Vec<_>>())
    )
}

fn item(difference: &Difference) -> String {
    let title = difference.title.as_deref().map(code).unwrap_or_default();
    let [section, was, is] = [
        Some(&difference.section),
        difference.old.as_ref(),
        difference.new.as_ref(),
    ]
    .map(|text| text.map_or_else(|| "nothing".to_owned(), |text| code(text)));
    let after = |before: &Option<String>| {
        before
            .as_deref()
            .map_or_else(|| "first".to_owned(), |it| format!("after {}", code(it)))
    };
    let text = match difference.kind {
        "added" => format!(
            "{title} in section {section}, {}",
            line(&difference.new_label.replace('`', ""))
        ),
        "removed" => {
            let successors: Vec<String> = difference
                .successors
                .iter()
                .map(|title| code(title))
                .collect();
            match &successors[..] {
                [] => format!("{title} from section {section}"),
                some => format!(
                    "{title} from section {section}; it may have become {}",
                    some.join(" or ")
                ),
            }
        }
        "answer" => format!("The answer of {title}: {was} is now {is}"),
        "recycled" => {
            let now = difference.now.as_deref();
            let now = now.map_or_else(|| "another control".to_owned(), code);
            let old = match &difference.new {
                Some(_) => format!("{title} has {is}"),
                None => format!("{title} was removed"),
            };
            format!("The label {was} names {now} now, and {old}")
        }
        "retitled" if difference.certain => format!("The title {was} is now {is}"),
        "retitled" => format!("The title {was} seems to be {is} now"),
        "section" if difference.title.is_some() => {
            format!("{title} has moved from section {was} to section {is}")
        }
        "regrouped" if difference.new.is_none() => {
            format!("Section {was} was removed, but none of its controls")
        }
        "regrouped" => format!("Section {is} was added, and its controls were in others"),
        "section" => format!("Section {was} is now called {is}"),
        "order" => {
            let what = if difference.title.is_some() {
                title
            } else {
                format!("Section {section}")
            };
            format!(
                "{what} is in another place: {} instead of {}",
                after(&difference.new),
                after(&difference.old)
            )
        }
        cell => {
            let cell = difference
                .property
                .as_deref()
                .map_or_else(|| cell.to_owned(), code);
            format!("The {cell} of {title}: {was} is now {is}")
        }
    };
    format!("- {text}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_follow_each_other_as_cargo_has_it() {
        for (version, level, expected) in [
            ("0.1.2", Level::Major, "0.2.0"),
            ("0.1.2", Level::Minor, "0.1.3"),
            ("0.1.2", Level::Patch, "0.1.3"),
            ("1.2.3", Level::Major, "2.0.0"),
            ("1.2.3", Level::Minor, "1.3.0"),
            ("1.2.3-rc.1", Level::Patch, "1.2.4"),
        ] {
            let version: Version = version.parse().unwrap();
            assert_eq!(next(&version, level).to_string(), expected);
        }
    }
}
