//! What results for people have in common.

use annotate_snippets::normalize_untrusted_str;
use anstyle::Style;
use controls_document::Remark;

/// What stands out.
pub(crate) const STRONG: Style = Style::new().bold();

/// The remarks about a document, each on an indented line with its place.
pub(crate) fn remarks(path: &str, remarks: &[Remark]) -> impl Iterator<Item = String> {
    remarks.iter().map(move |Remark { place, message }| {
        format!(
            "  {path}:{}:{}: {}",
            place.line,
            place.column,
            normalize_untrusted_str(message)
        )
    })
}

/// `1 control`, `2 controls`.
pub(crate) fn counted(count: usize, what: &str) -> String {
    if count == 1 {
        format!("1 {what}")
    } else {
        format!("{count} {what}s")
    }
}

/// The lines, each with its end.
pub(crate) fn text(lines: &[String]) -> String {
    lines.iter().flat_map(|line| [line, "\n"]).collect()
}
