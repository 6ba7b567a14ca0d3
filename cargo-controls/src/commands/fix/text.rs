//! What has been done, for people.

use annotate_snippets::normalize_untrusted_str;
use controls_document::Kind;
use controls_dsl::Review;

use super::{diff, fixed::Fixed, plan::Decided};
use crate::show::text::{STRONG, harmless, text as text_of};

/// A line for each definition; above it the diff, below it what must be looked at.
pub(super) fn text(all: &[Fixed]) -> String {
    let mut out = String::new();
    for fixed in all {
        if !out.is_empty() && fixed.plan.edit.is_some() {
            out.push('\n');
        }
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
    out
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
        (Kind::Retitled, _) if *guess => {
            format!("`{name}` was {old} and seems to be {new}, which is a guess")
        }
        (Kind::Answer | Kind::Retitled, _) => format!("`{name}` was {old} and is {new}"),
        (Kind::Section, Some(_)) => format!("`{name}` has moved from section {old} to {new}"),
        (Kind::Section, None) if review.new.is_none() => format!("section `{name}` was removed"),
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

/// The guesses that nobody has decided.
fn confirmations(fixed: &Fixed) -> impl Iterator<Item = String> {
    let open: Vec<&Decided> = fixed
        .plan
        .guesses
        .iter()
        .filter(|decided| decided.taken.is_none())
        .collect();
    let heading = (!open.is_empty()).then(|| "  to be confirmed:".to_owned());
    let document = fixed.plan.document.as_deref().unwrap_or_default();
    let lines = open.into_iter().map(move |Decided { guess, .. }| {
        let line = format!(
            "    `{}`: is `{}` the control that was `{}`? ({document}:{})",
            guess.name, guess.new, guess.old, guess.line
        );
        normalize_untrusted_str(&line)
    });
    heading.into_iter().chain(lines)
}
