//! What has been done, for people and for programs.

use annotate_snippets::normalize_untrusted_str;
use anstyle::Style;
use controls_document::Kind;
use controls_dsl::Review;
use serde::Serialize;

use super::{Fixed, diff, plan::Decided};

const STRONG: Style = Style::new().bold();

/// A line for each definition; above it the diff, below it what must be looked at.
pub(super) fn text(all: &[Fixed]) -> String {
    let mut out = String::new();
    for fixed in all {
        if !out.is_empty() && fixed.plan.edit.is_some() {
            out.push('\n');
        }
        out.push_str(&diff::coloured(&fixed.diff));
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
        out.extend(lines.flat_map(|line| [line, "\n".to_owned()]));
    }
    out
}

fn state(fixed: &Fixed) -> String {
    let file = &fixed.plan.found.file.shown;
    match (&fixed.plan.edit, &fixed.plan.document) {
        (None, None) => "without a document, nothing to do".to_owned(),
        (None, Some(document)) => format!("in step with {document}, nothing to do"),
        (Some(_), _) if fixed.written => format!("written to {file}; look at"),
        (Some(_), _) if !fixed.plan.is_decided() => {
            format!("not written to {file}, for there are guesses; look at")
        }
        (Some(_), _) => format!("not written to {file}, which `--write` does; look at"),
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
        (Kind::Removed, _) => format!("`{name}`, which was {old}, has gone"),
        (Kind::Retitled, _) if *guess => {
            format!("`{name}` was {old} and seems to be {new}, which is a guess")
        }
        (Kind::Answer | Kind::Retitled, _) => format!("`{name}` was {old} and is {new}"),
        (Kind::Section, Some(_)) => format!("`{name}` has moved from section {old} to {new}"),
        (Kind::Section, None) if review.new.is_none() => format!("section `{name}` has gone"),
        (Kind::Section, None) => format!("section `{name}` was {old} and is {new}"),
        (Kind::Notes | Kind::Documentation, _) if review.new.is_none() => {
            format!("`{name}` has none now")
        }
        (Kind::Notes | Kind::Documentation, _) if review.old.is_none() => {
            format!("`{name}` had none")
        }
        (Kind::Notes | Kind::Documentation, _) => format!("`{name}` has other words"),
        (Kind::Order, Some(_)) => format!("`{name}` stands in another place"),
        (Kind::Order, None) => format!("section `{name}` stands in another place"),
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

/// The edits.
pub(super) fn json(all: &[Fixed]) -> String {
    let edits = all.iter().filter_map(EditJson::of).collect();
    // Fails only for keys that aren't text, and ours are the names of fields.
    let text =
        serde_json::to_string_pretty(&EditsJson { edits }).unwrap_or_else(|_| "null".to_owned());
    text + "\n"
}

#[derive(Serialize)]
struct EditsJson<'a> {
    edits: Vec<EditJson<'a>>,
}

#[derive(Serialize)]
struct EditJson<'a> {
    name: &'a str,
    definition: &'a str,
    document: Option<&'a str>,
    diff: &'a str,
    written: bool,
    review: Vec<ReviewJson<'a>>,
    guesses: Vec<GuessJson<'a>>,
}

impl<'a> EditJson<'a> {
    fn of(fixed: &'a Fixed) -> Option<Self> {
        let edit = fixed.plan.edit.as_ref()?;
        Some(EditJson {
            name: &fixed.plan.name,
            definition: &fixed.plan.found.file.shown,
            document: fixed.plan.document.as_deref(),
            diff: &fixed.diff,
            written: fixed.written,
            review: edit.reviews.iter().map(ReviewJson::of).collect(),
            guesses: fixed.plan.guesses.iter().map(GuessJson::of).collect(),
        })
    }
}

/// Something to look at. The line is that of the document, and `null` for what it has no more.
#[derive(Serialize)]
struct ReviewJson<'a> {
    kind: &'static str,
    name: &'a str,
    title: Option<&'a str>,
    old: Option<&'a str>,
    new: Option<&'a str>,
    line: Option<u32>,
}

impl<'a> ReviewJson<'a> {
    fn of(review: &'a Review) -> Self {
        ReviewJson {
            kind: review.kind.name(),
            name: &review.name,
            title: review.title.as_deref(),
            old: review.old.as_deref(),
            new: review.new.as_deref(),
            line: Some(review.line).filter(|line| *line != 0),
        }
    }
}

/// A guess. `taken` is `null` while nobody has decided it.
#[derive(Serialize)]
struct GuessJson<'a> {
    name: &'a str,
    old: &'a str,
    new: &'a str,
    line: u32,
    taken: Option<bool>,
}

impl<'a> GuessJson<'a> {
    fn of(decided: &'a Decided) -> Self {
        let Decided { guess, taken } = decided;
        GuessJson {
            name: &guess.name,
            old: &guess.old,
            new: &guess.new,
            line: guess.line,
            taken: *taken,
        }
    }
}
