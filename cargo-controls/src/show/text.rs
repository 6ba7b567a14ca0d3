//! What results for people have in common.

use annotate_snippets::normalize_untrusted_str;
use anstyle::Style;
use controls_document::Remark;

/// What is bold.
pub(crate) const STRONG: Style = Style::new().bold();

/// How much is said of what is in order, or of no consequence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Detail {
    /// Nothing.
    None,
    /// How much there is.
    Counts,
    /// All of it.
    All,
}

impl Detail {
    /// By what somebody has asked for.
    pub(crate) fn of(quiet: bool, verbose: bool) -> Detail {
        match (quiet, verbose) {
            (true, _) => Detail::None,
            (false, false) => Detail::Counts,
            (false, true) => Detail::All,
        }
    }
}

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

/// How many remarks there are about documents, and where they can be seen; nothing where there are none.
pub(crate) fn remark_counts(command: &str, documents: &[(&str, &[Remark])]) -> Option<String> {
    let counts: Vec<String> = documents
        .iter()
        .filter(|(_, remarks)| !remarks.is_empty())
        .map(|(path, remarks)| format!("{} about {path}", counted(remarks.len(), "remark")))
        .collect();
    (!counts.is_empty()).then(|| {
        format!(
            "  {} (`cargo controls {command} -v` lists them)",
            counts.join(", ")
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

/// A text of a document without what a terminal would take as an order.
pub(crate) fn plain(text: &str) -> String {
    normalize_untrusted_str(text)
}

/// The lines, each with its end.
pub(crate) fn text(lines: &[String]) -> String {
    let text: String = lines.iter().flat_map(|line| [line, "\n"]).collect();
    harmless(&text)
}

/// A text in which nothing is an order to a runner, which reads all that is printed: GitHub's obeys lines that begin
/// with `::` and a name, and `##[` anywhere; that of Azure Pipelines `##vso[`.
pub(crate) fn harmless(text: &str) -> String {
    let text = text.replace("##[", "#\\#[").replace("##vso[", "#\\#vso[");
    let mut out = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let start = start(line);
        let (before, after) = line.split_at(start);
        out.push_str(before);
        let order = after.strip_prefix("::");
        if order.is_some_and(|name| name.starts_with(char::is_alphabetic)) {
            out.push('\\');
        }
        out.push_str(after);
    }
    out
}

/// Where a line begins that is shown: after white space and colours.
fn start(line: &str) -> usize {
    let mut rest = line;
    loop {
        rest = rest.trim_start();
        let Some((_, after)) = rest
            .strip_prefix("\u{1b}[")
            .and_then(|code| code.split_once('m'))
        else {
            return line.len() - rest.len();
        };
        rest = after;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_is_an_order_to_a_runner() {
        for (text, expected) in [
            ("a :: b\n c: ::d\n", "a :: b\n c: ::d\n"),
            ("  ::: a.rs:1:1\n::", "  ::: a.rs:1:1\n::"),
            ("::a::b\n", "\\::a::b\n"),
            ("a\n \t::b::", "a\n \t\\::b::"),
            ("\u{1b}[1m \u{1b}[0m::a", "\u{1b}[1m \u{1b}[0m\\::a"),
            ("a ##[b] ##vso[c] ##d", "a #\\#[b] #\\#vso[c] ##d"),
            ("\u{1b}[1", "\u{1b}[1"),
        ] {
            assert_eq!(harmless(text), expected, "{text:?}");
        }
    }
}
