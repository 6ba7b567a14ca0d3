//! Results as annotations of a workflow on GitHub.
//!
//! What `check` finds is an error at the definition, where something is to be done, and a notice at the place in the
//! document: in a pull request that replaces the document, that is the line which reviewers see. What `diff` finds is
//! an error in the later document, or in the earlier one if only that has the row. Files are named relative to the
//! folder in which the command runs, which has to be the root of the repository.

use super::alert::{Alert, Location};
use crate::message::Message;

/// The differences, each at its place.
pub(crate) fn errors(alerts: &[Alert]) -> String {
    alerts.iter().map(|alert| error(alert, None)).collect()
}

/// The differences, each at its place and as a notice at the other one, which is that in the document.
pub(crate) fn errors_with_notices(alerts: &[Alert]) -> String {
    let mut out = String::new();
    for alert in alerts {
        let place = alert
            .other
            .as_ref()
            .map(|(at, _)| format!("{}:{}:{}", at.file, at.line, at.column));
        out.push_str(&error(alert, place.as_deref()));
        if let Some((at, text)) = &alert.other {
            out.push_str(&command("notice", Some(at), &alert.title, text));
        }
    }
    out
}

/// What could not be done, or is odd.
pub(crate) fn messages(messages: &[Message]) -> String {
    let annotation = |message: &Message| {
        let at = message.place().map(Location::in_source);
        command(
            if message.is_error { "error" } else { "warning" },
            at.as_ref(),
            "controls",
            message.text(),
        )
    };
    messages.iter().map(annotation).collect()
}

fn error(alert: &Alert, place: Option<&str>) -> String {
    let mut text = alert.message.clone();
    for (name, more) in [("document", place), ("help", alert.help.as_deref())] {
        if let Some(more) = more {
            text.extend(["\n", name, ": ", more]);
        }
    }
    command("error", Some(&alert.at), &alert.title, &text)
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
