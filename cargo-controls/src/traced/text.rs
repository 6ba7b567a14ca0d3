//! What is said of a control, for people.

use anstyle::{AnsiColor, Style};

use super::{model::State, words::Said};
use crate::show::text::plain;

/// How wide the words before items are, with the space after them.
pub(crate) const LABEL: usize = 11;
const FAINT: Style = Style::new().dimmed();

/// One thing that is said of a control.
pub(crate) fn of_said(said: &Said<'_>) -> String {
    let (line, column) = said.item.place.file.position(said.item.place.range.start);
    let place = format!("{}:{line}:{column}", said.item.place.file.shown);
    let text = said.waiver.as_deref().unwrap_or(&said.item.path);
    let mut text = format!(
        "{:<LABEL$}{} {FAINT}{place}{FAINT:#}",
        said.label,
        plain(text)
    );
    if !said.item.cfgs.is_empty() {
        text.extend([" [", &plain(&said.item.cfgs.join(", ")), "]"]);
    }
    if !said.note.is_empty() {
        text.extend([", ", &plain(&said.note)]);
    }
    text
}

/// The colour of a state.
pub(crate) fn style(state: State) -> Style {
    let color = match state {
        State::Verified | State::Satisfied => AnsiColor::Green,
        State::OnlyVerified | State::Waived | State::Withdrawn => AnsiColor::Yellow,
        State::Open => AnsiColor::Red,
    };
    color.on_default()
}
