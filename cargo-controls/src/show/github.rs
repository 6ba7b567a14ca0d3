//! Results as annotations of a workflow on GitHub.
//!
//! What `check` finds is an error at the definition, where something is to be done, and a notice at the place in the
//! document: in a pull request that replaces the document, that is the line which reviewers see. What `diff` finds is
//! an error in the later document, or in the earlier one if only that has the row. Files are named as they
//! are seen from the root of the repository, wherever in it the command runs.

use super::{
    alert::{Alert, Location},
    repository::{Repository, seen},
    text::counted,
};
use crate::message::Message;

/// How many annotations of a kind GitHub shows.
const SHOWN: usize = 10;

/// Whether the other place of a difference, which is that in the document, is annotated as well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Notices {
    AtDocuments,
    None,
}

/// The alerts, of which each is a difference or the like, what could not be done or is odd, and how many of them there are.
pub(crate) fn log(alerts: &[Alert], what: &str, notices: Notices, messages: &[Message]) -> String {
    let repository = Repository::around_here();
    let located = |at: &Location| Location {
        file: seen(repository.as_ref(), &at.file),
        ..at.clone()
    };
    let mut out = String::new();
    for alert in alerts {
        let other = alert
            .other
            .as_ref()
            .filter(|_| notices == Notices::AtDocuments);
        let other = other.map(|(at, text)| (located(at), text));
        let place = other
            .as_ref()
            .map(|(at, _)| format!("{}:{}:{}", at.file, at.line, at.column));
        let text = worded(alert, place.as_deref());
        out.push_str(&command(
            "error",
            Some(&located(&alert.at)),
            &alert.title,
            &text,
        ));
        if let Some((at, text)) = &other {
            out.push_str(&command("notice", Some(at), &alert.title, text));
        }
    }
    for message in messages {
        let kind = if message.is_error { "error" } else { "warning" };
        let at = message
            .place()
            .map(|place| located(&Location::in_source(place)));
        out.push_str(&command(kind, at.as_ref(), "controls", message.text()));
        if let Some((place, text)) = message.other() {
            let at = located(&Location::in_source(place));
            out.push_str(&command("notice", Some(&at), "controls", text));
        }
    }
    out + &total(alerts, what, messages)
}

fn worded(alert: &Alert, place: Option<&str>) -> String {
    let mut text = alert.message.clone();
    for (name, more) in [("document", place), ("help", alert.help.as_deref())] {
        if let Some(more) = more {
            text.extend(["\n", name, ": ", more]);
        }
    }
    text
}

/// The last line of the log: how much of it GitHub may not show.
fn total(alerts: &[Alert], what: &str, messages: &[Message]) -> String {
    let (errors, warnings): (Vec<_>, Vec<_>) = messages.iter().partition(|of| of.is_error);
    let counts = [
        (alerts.len(), what),
        (errors.len(), "error"),
        (warnings.len(), "warning"),
    ];
    let counts: Vec<String> = counts
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, what)| counted(count, what))
        .collect();
    if counts.is_empty() {
        return String::new();
    }
    let most = (alerts.len() + errors.len()).max(warnings.len());
    let note = if most > SHOWN {
        format!("; GitHub shows {SHOWN} annotations of each kind at most, this log has all")
    } else {
        String::new()
    };
    format!("{} in all{note}\n", counts.join(", "))
}

/// One annotation, on one line.
fn command(name: &str, at: Option<&Location>, title: &str, text: &str) -> String {
    let mut properties = Vec::new();
    if let Some(Location {
        file,
        line,
        column,
        end_line,
        end_column,
    }) = at
    {
        properties.push(format!("file={}", property(file)));
        properties.push(format!("line={line}"));
        // Columns of more than one line aren't understood.
        if line == end_line {
            properties.push(format!(
                "endLine={end_line},col={column},endColumn={end_column}"
            ));
        } else {
            properties.push(format!("endLine={end_line}"));
        }
    }
    properties.push(format!("title={}", property(title)));
    format!("::{name} {}::{}\n", properties.join(","), data(text))
}

fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_means_something_to_the_workflow_is_escaped() {
        let at = Location {
            file: "a,b:c%.md".to_owned(),
            line: 3,
            column: 5,
            end_line: 3,
            end_column: 8,
        };
        assert_eq!(
            command("error", Some(&at), "x: y, z", "100%\r\n::stop, at: once"),
            "::error file=a%2Cb%3Ac%25.md,line=3,endLine=3,col=5,endColumn=8,title=x%3A y%2C z::100%25%0D%0A::stop, at: once\n"
        );
        assert_eq!(command("warning", None, "t", "m"), "::warning title=t::m\n");
        let at = Location { end_line: 4, ..at };
        assert!(command("error", Some(&at), "", "").contains(",line=3,endLine=4,title="));
    }
}
