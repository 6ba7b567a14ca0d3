//! How a document might be read, for people: what there is, and a binding to be pasted.

use annotate_snippets::normalize_untrusted_str;
use controls_document::{Binding, Words};
use controls_dsl::{Source, binding_attributes, option_of};

use super::text::counted;
use crate::sources::{Bound, Header, HeadingLevel, Proposal, WhyNot};

/// How many header rows, and how many answers, are listed.
const MOST: usize = 8;

/// What comes before the help in an error.
const HELP: &str = "\n   = help: ";

/// An error that says why nothing was read, and how it might be, where nobody has said how.
pub(crate) fn proposed(error: String, binding: &Binding, source: &Source) -> String {
    let proposal = Some(&source.text)
        .filter(|_| *binding == Binding::Slash)
        .and_then(|text| Proposal::of(text));
    match proposal {
        // What is proposed is the help.
        Some(proposal) if proposal.best.is_some() => {
            let error = error.rsplit_once(HELP).map_or(&*error, |(error, _)| error);
            format!("{error}{}", shown(&proposal))
        }
        Some(proposal) => error + &shown(&proposal),
        None => error,
    }
}

fn shown(proposal: &Proposal) -> String {
    let Proposal {
        headers,
        levels,
        best,
    } = proposal;
    let mut lines = Vec::new();
    if !headers.is_empty() {
        lines.extend([String::new(), "its header rows:".to_owned()]);
        lines.extend(headers.iter().take(MOST).map(of_header));
    }
    if headers.len() > MOST {
        lines.push("  …".to_owned());
    }
    if !levels.is_empty() {
        lines.extend([String::new(), "its headings:".to_owned()]);
        lines.extend(levels.iter().map(of_level));
    }
    if let Some(bound) = best {
        let header = headers.first().map_or(0, |header| header.line);
        lines.extend(of_bound(bound, header));
    }
    let lines = lines.join("\n");
    normalize_untrusted_str(&format!("\n{lines}"))
}

fn of_header(header: &Header) -> String {
    let tables = if header.tables > 1 {
        format!(" in {}", counted(header.tables, "table"))
    } else {
        String::new()
    };
    format!(
        "  line {}: `{}`, {}{tables}",
        header.line,
        header.headings,
        counted(header.rows, "row")
    )
}

fn of_level(level: &HeadingLevel) -> String {
    let names = level.names.iter().take(MOST);
    let names = names.map(|(name, count)| format!("`{name}` under {count}"));
    let more = if level.names.len() > MOST {
        ", …"
    } else {
        ""
    };
    format!(
        "  line {}: {} of level {}, with {}{more}",
        level.line,
        counted(level.headings, "heading"),
        level.number,
        names.collect::<Vec<_>>().join(", ")
    )
}

/// What may be bound: `header` is the line of the first header row.
fn of_bound(bound: &Bound, header: u32) -> Vec<String> {
    let what = match &bound.binding {
        Binding::Headings(headings) => format!("the headings of level {}", headings.level),
        _ if bound.headers > 1 => {
            format!(
                "the header row of line {header}, with that of {} more, which call the title otherwise,",
                counted(bound.headers - 1, "table"),
            )
        }
        _ => format!("the header row of line {header}"),
    };
    let controls = counted(bound.controls, "control");
    let first = format!("{what} may be bound so, which reads {controls}:");
    let mut lines = vec![String::new(), first];
    let attributes = binding_attributes(&bound.binding);
    lines.extend(attributes.iter().map(|attribute| format!("  {attribute}")));
    let options: Vec<String> = attributes.iter().map(|of| option_of(of)).collect();
    lines.extend([
        String::new(),
        "or in options:".to_owned(),
        format!("  {}", options.join(" ")),
    ]);
    lines.extend(of_others(&bound.not_answers));
    if let Some(name) = &bound.titles {
        lines.extend([
            String::new(),
            format!("the title of each control is the first sentence of its `{name}`"),
        ]);
    }
    if let Some(answer) = &bound.answer {
        lines.push(String::new());
        let words = match &bound.binding {
            Binding::Columns(columns) => &columns.words,
            Binding::Headings(headings) => &headings.words,
            Binding::Slash => &Words::default(),
        };
        let is_guessed = [&words.yes, &words.no, &words.not_applicable]
            .iter()
            .any(|words| !words.is_empty());
        let guessed = if is_guessed {
            ", some of which are guessed"
        } else {
            ""
        };
        lines.push(format!("the answers under `{answer}`{guessed}:"));
        for (meaning, text, count) in bound.answers.iter().take(MOST) {
            let meaning = match *meaning {
                "Qualified" => "kept word for word".to_owned(),
                meaning => format!("means `{meaning}`"),
            };
            lines.push(format!("  {count} × `{text}`: {meaning}"));
        }
        if bound.answers.len() > MOST {
            lines.push(format!("  … and {} others", bound.answers.len() - MOST));
        }
        let is_kept =
            |(meaning, _, count): &&(&str, String, usize)| *meaning == "Qualified" && *count > 1;
        if bound.is_weight {
            lines.push(format!(
                "  if that only says how much a control matters, write `also = [\"{answer}\"]` in place of `answer`"
            ));
        } else if let Some((_, word, _)) = bound.answers.iter().find(is_kept) {
            lines.push(format!(
                "  if a word that is kept means yes, no or not applicable, say so, as in `#[answers(yes = \"{word}\")]`"
            ));
        }
        if bound.blanks > 0 {
            lines.push(format!(
                "  {} blank: `unanswered`, `no` or `not_applicable`, as the document means it",
                bound.blanks
            ));
        }
    }
    lines
}

/// Why columns that look like answers aren't proposed as such.
fn of_others(others: &[(String, WhyNot)]) -> Vec<String> {
    let mut lines = Vec::new();
    for (why, reason) in [
        (
            WhyNot::HasTexts,
            "its cells are texts, and each would be an answer of its own, word for word",
        ),
        (
            WhyNot::IsLevel,
            "it seems to say which level a control belongs to",
        ),
    ] {
        let of_reason = others.iter().filter(|(_, of)| *of == why);
        lines.extend(of_reason.map(|(heading, _)| {
            format!("`{heading}` isn't proposed as the answer, because {reason}: if it is one, write `answer = \"{heading}\"`")
        }));
    }
    if !lines.is_empty() {
        lines.insert(0, String::new());
    }
    lines
}
