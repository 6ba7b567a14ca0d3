//! Unified diffs.

use anstyle::{AnsiColor, Style};
use similar::TextDiff;

const OLD: Style = AnsiColor::Red.on_default();
const NEW: Style = AnsiColor::Green.on_default();
const PLACE: Style = AnsiColor::Cyan.on_default();
const STRONG: Style = Style::new().bold();

/// The difference of two texts of one file.
pub(super) fn unified(path: &str, old: &str, new: &str) -> String {
    TextDiff::from_lines(old, new)
        .unified_diff()
        .context_radius(3)
        .header(path, path)
        .to_string()
}

/// The diff with colours.
pub(super) fn coloured(diff: &str) -> String {
    let mut is_header = true;
    let lines = diff.split_inclusive('\n').map(|line| {
        let end = line.trim_end_matches(['\n', '\r']).len();
        let (text, end) = line.split_at(end);
        is_header &= !text.starts_with("@@");
        let style = match text.chars().next() {
            _ if is_header => STRONG,
            Some('-') => OLD,
            Some('+') => NEW,
            Some('@') => PLACE,
            _ => Style::new(),
        };
        format!("{style}{text}{style:#}{end}")
    });
    lines.collect::<Vec<_>>().concat()
}
