//! Results as SARIF 2.1.0, the format in which code scanners report.
//!
//! Each kind of difference is a rule, and each difference an error. What `check` finds is located in the definition,
//! with the document as a related location; what `diff` finds in the later document, with the earlier one, or in the
//! earlier one if only that has the row. Columns are counted in characters. Files are named as they are seen
//! from the root of the repository, wherever in it the command runs.

mod rules;

use serde::Serialize;

use super::{
    alert::{Alert, Location},
    json::pretty,
    repository::{Repository, seen},
    uri::uri,
};
use crate::message::Message;
use rules::{Rule, rules};

/// The differences, and what could not be done.
pub(crate) fn log(alerts: &[Alert], messages: &[Message]) -> String {
    let rules = rules();
    let repository = Repository::around_here();
    let repository = repository.as_ref();
    let results = alerts
        .iter()
        .map(|alert| ResultJson::of(alert, &rules, repository))
        .collect();
    let invocation = Invocation {
        execution_successful: !messages.iter().any(|message| message.is_error),
        tool_execution_notifications: messages
            .iter()
            .map(|message| Notification::of(message, repository))
            .collect(),
    };
    let driver = Driver {
        name: "cargo-controls",
        version: env!("CARGO_PKG_VERSION"),
        rules,
    };
    pretty(&Log {
        schema: "https://json.schemastore.org/sarif-2.1.0.json",
        version: "2.1.0",
        runs: [Run {
            tool: Tool { driver },
            invocations: [invocation],
            column_kind: "unicodeCodePoints",
            results,
        }],
    })
}

#[derive(Serialize)]
struct Log {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run {
    tool: Tool,
    invocations: [Invocation; 1],
    column_kind: &'static str,
    results: Vec<ResultJson>,
}

#[derive(Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Serialize)]
struct Driver {
    name: &'static str,
    version: &'static str,
    rules: Vec<Rule>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Invocation {
    execution_successful: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    tool_execution_notifications: Vec<Notification>,
}

/// Something that could not be done, or is odd.
#[derive(Serialize)]
struct Notification {
    level: &'static str,
    message: Text,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    locations: Vec<LocationJson>,
}

impl Notification {
    fn of(message: &Message, repository: Option<&Repository>) -> Self {
        let locations = message
            .place()
            .map(|place| LocationJson::of(&Location::in_source(place), None, repository));
        let other = message.other().map(|(place, text)| {
            LocationJson::of(&Location::in_source(place), Some(text), repository)
        });
        Notification {
            level: if message.is_error { "error" } else { "warning" },
            message: Text::of(message.text()),
            locations: locations.into_iter().chain(other).collect(),
        }
    }
}

#[derive(Serialize)]
struct Text {
    text: String,
}

impl Text {
    /// A text in which nothing is a link: `[x](y)` would be one.
    fn of(text: &str) -> Text {
        let mut brackets = Vec::new();
        let mut escaped = Vec::new();
        for (at, c) in text.char_indices() {
            match c {
                '[' => brackets.push(at),
                ']' => {
                    let open = brackets.pop();
                    if text[at..].starts_with("](") {
                        escaped.extend(open);
                        escaped.push(at);
                    }
                }
                _ => {}
            }
        }
        escaped.sort_unstable();
        let mut out = String::with_capacity(text.len() + escaped.len());
        let mut from = 0;
        for at in escaped {
            out.extend([&text[from..at], "\\"]);
            from = at;
        }
        out.push_str(&text[from..]);
        Text { text: out }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ResultJson {
    rule_id: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule_index: Option<usize>,
    level: &'static str,
    message: Text,
    locations: [LocationJson; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<LocationJson>,
    properties: Properties,
}

#[derive(Serialize)]
struct Properties {
    /// The release that the difference asks for.
    release: &'static str,
}

impl ResultJson {
    fn of(alert: &Alert, rules: &[Rule], repository: Option<&Repository>) -> Self {
        let text = match &alert.help {
            Some(help) => format!("{}\nhelp: {help}", alert.message),
            None => alert.message.clone(),
        };
        let related = alert
            .other
            .as_ref()
            .map(|(at, text)| LocationJson::of(at, Some(text), repository));
        ResultJson {
            rule_id: alert.rule,
            rule_index: rules.iter().position(|rule| rule.id == alert.rule),
            level: "error",
            message: Text::of(&text),
            locations: [LocationJson::of(&alert.at, None, repository)],
            related_locations: related.into_iter().collect(),
            properties: Properties {
                release: alert.release.unwrap_or("none"),
            },
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct LocationJson {
    physical_location: Physical,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Text>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Physical {
    artifact_location: Artifact,
    region: Region,
}

#[derive(Serialize)]
struct Artifact {
    uri: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: usize,
    start_column: usize,
    end_line: usize,
    end_column: usize,
}

impl LocationJson {
    fn of(at: &Location, text: Option<&str>, repository: Option<&Repository>) -> Self {
        let Location {
            line,
            column,
            end_line,
            end_column,
            ..
        } = *at;
        let region = Region {
            start_line: line,
            start_column: column,
            end_line,
            end_column,
        };
        let message = text.filter(|text| !text.is_empty()).map(Text::of);
        LocationJson {
            physical_location: Physical {
                artifact_location: Artifact {
                    uri: uri(&seen(repository, &at.file)),
                },
                region,
            },
            message,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Text;

    #[test]
    fn nothing_in_a_message_is_a_link() {
        for (text, expected) in [
            ("a [b] (c) [d", "a [b] (c) [d"),
            ("see [a](b), [c](d)", "see \\[a\\](b), \\[c\\](d)"),
            ("[a [b](c)](d)", "\\[a \\[b\\](c)\\](d)"),
            ("a](b) é[", "a\\](b) é["),
        ] {
            assert_eq!(Text::of(text).text, expected);
        }
    }
}
