//! What has been done, for people.

use annotate_snippets::normalize_untrusted_str;
use controls_document::Kind;
use controls_dsl::Review;

use super::{
    diff,
    evidence::{Change, What},
    fixed::Fixed,
    plan::Decided,
};
use crate::show::text::{STRONG, harmless, text as text_of};

/// A line for each definition; above it the diff, below it what must be looked at. Then what evidence needs.
pub(super) fn text(all: &[Fixed], changes: &[Change]) -> String {
    let mut out = String::new();
    for fixed in all {
        if !out.is_empty() && fixed.plan.edit.is_some() {
            out.push('\n');
        }
        out.push_str(&condition(fixed));
        out.push_str(&harmless(&diff::coloured(&fixed.diff)));
        let name = &fixed.plan.name;
        let lines = std::iter::once(format!("{STRONG}{name}{STRONG:#}: {}", state(fixed)))
            .chain(
                fixed
                    .plan
                    .edit
                    .iter()
                    .flat_map(|edit| &edit.reviews)
                    .map(|review| line(review, fixed)),
            )
            .chain(confirmations(fixed));
        let lines: Vec<String> = lines.collect();
        out.push_str(&text_of(&lines));
    }
    if !changes.is_empty() {
        if !out.is_empty() {
            out.push('\n');
        }
        let lines = std::iter::once(format!("{STRONG}evidence{STRONG:#}:"));
        let lines: Vec<String> = lines.chain(changes.iter().map(of_change)).collect();
        out.push_str(&text_of(&lines));
    }
    out
}

fn of_change(change: &Change) -> String {
    let Change {
        what,
        item,
        control,
        id,
        place,
        text,
        agreed,
        written,
    } = change;
    let (line, column) = place.file.position(place.range.start);
    let old = change.old();
    let what = match what {
        What::Renamed => format!("`{item}` names `{old}`, which is `{control}` now"),
        What::Reviewed { .. } => {
            format!(
                "`{item}` was reviewed when `{control}` said something else: {old} is {text} now"
            )
        }
    };
    let state = match (written, agreed, &change.what) {
        (true, ..) => "written".to_owned(),
        (false, Some(true), _) => "not written (pass `--write` to apply)".to_owned(),
        (false, Some(false), _) => "left as it is".to_owned(),
        (false, None, What::Renamed) => "to be confirmed (`--yes`)".to_owned(),
        (false, None, What::Reviewed { .. }) => format!("to be confirmed (`--reviewed {id}`)"),
    };
    normalize_untrusted_str(&format!(
        "  {what} ({}:{line}:{column}): {state}",
        place.file.shown
    ))
}

/// What has to be so for the edit to be the one that is shown.
fn condition(fixed: &Fixed) -> String {
    let has_guesses = !fixed.plan.is_decided();
    let has_losses = fixed.plan.unconfirmed().next().is_some();
    let condition = match (has_guesses, has_losses) {
        (false, false) => return String::new(),
        (true, false) => "the guesses below are right",
        (false, true) => "the ids below may be dropped",
        (true, true) => "the guesses below are right and the ids may be dropped",
    };
    text_of(&[format!("the edit, if {condition}:")])
}

fn state(fixed: &Fixed) -> String {
    let file = &fixed.plan.found.file.shown;
    match (&fixed.plan.edit, &fixed.plan.document) {
        (None, None) => "without a document, nothing to do".to_owned(),
        (None, Some(document)) => format!("in step with {document}, nothing to do"),
        (Some(_), _) if fixed.written => format!("written to {file}; review:"),
        (Some(_), _) if !fixed.plan.is_decided() => {
            format!("not written to {file} because it relies on guesses; review:")
        }
        (Some(_), _) if !fixed.plan.is_agreed() => {
            format!("not written to {file} because it drops ids; review:")
        }
        (Some(_), _) => format!("not written to {file} (pass `--write` to apply); review:"),
    }
}

fn line(review: &Review, fixed: &Fixed) -> String {
    let Review {
        kind,
        name,
        title,
        old,
        new,
        line,
        guess,
    } = review;
    let said = |text: &Option<String>| {
        text.as_deref()
            .map_or("nothing".to_owned(), |text| format!("`{text}`"))
    };
    let (old, new) = (said(old), said(new));
    let what = match (kind, title) {
        (Kind::Added, _) => format!("`{name}` is the name proposed for {new}"),
        (Kind::Removed, _) => format!("`{name}`, which was {old}"),
        (Kind::Recycled, _) if review.new.is_none() => {
            format!("{old} names another control now, and was `{name}`")
        }
        (Kind::Recycled, _) => {
            format!("{old} names another control now, and was `{name}`, which is {new}")
        }
        (Kind::Retitled, _) if *guess && !is_taken(name, fixed) => {
            format!("`{name}` was {old} and seems to be {new}, which is a guess")
        }
        (Kind::Answer | Kind::Retitled | Kind::Label | Kind::Property, _) => {
            format!("`{name}` was {old} and is {new}")
        }
        (Kind::Section, Some(_)) => format!("`{name}` has moved from section {old} to {new}"),
        (Kind::Regrouped, _) if review.new.is_none() => {
            format!("section `{name}`, which was {old}, goes, but none of its rows")
        }
        (Kind::Regrouped, _) => {
            format!("`{name}` is the name proposed for section {new}, whose rows were in others")
        }
        (Kind::Section, None) => format!("section `{name}` was {old} and is {new}"),
        (Kind::Notes | Kind::Documentation, _) if review.new.is_none() => {
            format!("`{name}` has none now")
        }
        (Kind::Notes | Kind::Documentation, _) if review.old.is_none() => {
            format!("`{name}` had none")
        }
        (Kind::Notes | Kind::Documentation, _) => format!("`{name}` has other words"),
        (Kind::Order, Some(_)) => format!("`{name}` is in another place"),
        (Kind::Order, None) => format!("section `{name}` is in another place"),
    };
    let document = fixed.plan.document.as_deref().unwrap_or_default();
    let place = if *line == 0 {
        String::new()
    } else {
        format!(" ({document}:{line})")
    };
    normalize_untrusted_str(&format!("  {kind}: {what}{place}"))
}

/// Whether somebody has said that a row is the same one.
fn is_taken(name: &str, fixed: &Fixed) -> bool {
    let mut guesses = fixed.plan.guesses.iter();
    guesses.any(|decided| decided.guess.name == name && decided.taken == Some(true))
}

/// What nobody has agreed to.
fn confirmations(fixed: &Fixed) -> impl Iterator<Item = String> {
    let document = fixed.plan.document.as_deref().unwrap_or_default();
    let guesses = fixed.plan.guesses.iter();
    let open = guesses.filter(|decided| decided.taken.is_none());
    let guesses = open.map(|Decided { guess, .. }| {
        format!(
            "    `{}`: is `{}` the control that was `{}`? ({document}:{})",
            guess.name, guess.new, guess.old, guess.line
        )
    });
    let drops = fixed.plan.unconfirmed().map(|dropped| {
        let near: Vec<String> = dropped
            .successors
            .iter()
            .map(|(title, line)| format!("`{title}` ({document}:{line})"))
            .collect();
        let near = if near.is_empty() {
            String::new()
        } else {
            format!("; or is it {} now?", near.join(" or "))
        };
        format!(
            "    `{}`: may its id be dropped? (`--drop {}`){near}",
            dropped.name, dropped.id
        )
    });
    let lines: Vec<String> = guesses.chain(drops).collect();
    let heading = (!lines.is_empty()).then(|| "  to be confirmed:".to_owned());
    let shown = |line: String| normalize_untrusted_str(&line);
    heading.into_iter().chain(lines.into_iter().map(shown))
}
