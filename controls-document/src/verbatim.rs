//! Text that is no Markdown: fenced code, and the elements of HTML whose content is taken as it is.

/// What is no Markdown, from its first line to its last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verbatim {
    /// Code between fences of at least so many of these characters.
    Fence {
        mark: char,
        length: usize,
    },
    /// An element such as `<pre>`.
    Element(&'static str),
    Cdata,
    Instruction,
}

const ELEMENTS: [&str; 4] = ["pre", "script", "style", "textarea"];

/// Elements that may be around one of these, and begin a block of HTML. Others begin a paragraph, in which there's none.
const BLOCKS: [&str; 14] = [
    "article",
    "blockquote",
    "center",
    "details",
    "div",
    "figure",
    "li",
    "ol",
    "p",
    "section",
    "table",
    "td",
    "th",
    "tr",
];

/// What Markdown takes for white space at either end of a line. A no-break space is text.
const WHITE: [char; 2] = [' ', '\t'];

impl Verbatim {
    /// What a line opens, and whether it closes it as well.
    pub(crate) fn opened_by(text: &str) -> Option<(Verbatim, bool)> {
        let text = text.trim_matches(WHITE);
        let of_html = |opened: Verbatim, rest: &str| (opened, opened.is_closed_in(rest));
        match text.chars().next()? {
            mark @ ('`' | '~') => {
                let length = text.chars().take_while(|c| *c == mark).count();
                // A fence of backticks has no backtick after them: that's a code span.
                let is_fence = length >= 3 && !(mark == '`' && text[length..].contains('`'));
                is_fence.then_some((Verbatim::Fence { mark, length }, false))
            }
            '<' => {
                if let Some(rest) = text.strip_prefix("<![CDATA[") {
                    return Some(of_html(Verbatim::Cdata, rest));
                }
                if let Some(rest) = text.strip_prefix("<?") {
                    return Some(of_html(Verbatim::Instruction, rest));
                }
                let (at, element, rest) = last_element(text)?;
                let (opened, is_closed) = of_html(Verbatim::Element(element), rest);
                // An element that begins within the line counts if the line doesn't close it.
                (at == 0 || !is_closed).then_some((opened, is_closed))
            }
            _ => None,
        }
    }

    /// Whether a line opens a block that ends as this one does.
    pub(crate) fn is_opened_by(self, text: &str) -> bool {
        matches!(
            (self, Verbatim::opened_by(text)),
            (Verbatim::Fence { mark, .. }, Some((Verbatim::Fence { mark: found, .. }, _))) if mark == found
        )
    }

    /// Whether a line closes it.
    pub(crate) fn is_closed_by(self, text: &str) -> bool {
        match self {
            Verbatim::Fence { mark, length } => {
                let text = text.trim_matches(WHITE);
                text.len() >= length && text.chars().all(|c| c == mark)
            }
            _ => self.is_closed_in(text),
        }
    }

    fn is_closed_in(self, text: &str) -> bool {
        match self {
            Verbatim::Fence { .. } => false,
            Verbatim::Element(element) => {
                tags(text, "</").any(|(_, rest)| name(rest, element).is_some())
            }
            Verbatim::Cdata => text.contains("]]>"),
            Verbatim::Instruction => text.contains("?>"),
        }
    }

    /// What to call it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Verbatim::Fence { .. } => "this code block",
            Verbatim::Element("pre") => "this `<pre>`",
            Verbatim::Element("script") => "this `<script>`",
            Verbatim::Element("style") => "this `<style>`",
            Verbatim::Element(_) => "this `<textarea>`",
            Verbatim::Cdata => "this `<![CDATA[`",
            Verbatim::Instruction => "this `<?`",
        }
    }
}

/// The last of the elements that a line opens: where, which, and what comes after its name. Before it are tags alone, if it
/// doesn't begin the line.
fn last_element(text: &str) -> Option<(usize, &'static str, &str)> {
    let is_around = |tag: &str| BLOCKS.iter().any(|block| name(tag, block).is_some());
    let is_block = is_around(&text[1..]);
    let opened = tags(text, "<").filter_map(|(at, rest)| {
        let found = |element: &&'static str| Some((at, *element, name(rest, element)?));
        ELEMENTS.iter().find_map(found)
    });
    let within = opened.filter(|(at, ..)| *at == 0 || is_block && is_tags(&text[..*at]));
    within.last()
}

/// Whether there's nothing in a text but tags.
fn is_tags(text: &str) -> bool {
    let mut rest = text.trim_start_matches(WHITE);
    while let Some(tag) = rest.strip_prefix('<') {
        let Some(end) = tag.find('>') else {
            return false;
        };
        rest = tag[end + 1..].trim_start_matches(WHITE);
    }
    rest.is_empty()
}

/// The places in a text where a tag begins, each with what comes after its mark.
fn tags<'t>(text: &'t str, mark: &'static str) -> impl Iterator<Item = (usize, &'t str)> {
    text.match_indices(mark)
        .map(move |(at, _)| (at, &text[at + mark.len()..]))
}

/// What comes after the name of a tag, if it has the given one.
fn name<'t>(tag: &'t str, element: &str) -> Option<&'t str> {
    let name = tag.get(..element.len())?;
    let rest = &tag[element.len()..];
    let ends =
        rest.is_empty() || rest.starts_with(['>', '/']) || rest.starts_with(char::is_whitespace);
    (name.eq_ignore_ascii_case(element) && ends).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_markdown_is_known_by_its_first_line() {
        for (line, opened, is_closed) in [
            ("```", Some("this code block"), false),
            ("~~~~ rust", Some("this code block"), false),
            ("```a``` b", None, false),
            ("``", None, false),
            ("<pre>", Some("this `<pre>`"), false),
            ("<PRE class=\"x\">", Some("this `<pre>`"), false),
            ("<pre>a</pre>", Some("this `<pre>`"), true),
            ("<details><pre>", Some("this `<pre>`"), false),
            ("<details><pre>a</pre>", None, false),
            ("<prefix>", None, false),
            ("<div class=\"a\"> <p><pre>", Some("this `<pre>`"), false),
            ("<div>a <pre>", None, false),
            ("<details><summary>`<pre>`", None, false),
            ("<a id=\"x\"></a>Use no `<script>` here.", None, false),
            ("<https://x.example> says <style>", None, false),
            ("<b>a <pre>", None, false),
            ("<b><pre>", None, false),
            ("\u{a0}```", None, false),
            ("<script", Some("this `<script>`"), false),
            ("<style>", Some("this `<style>`"), false),
            ("<![CDATA[", Some("this `<![CDATA[`"), false),
            ("<![CDATA[ a ]]>", Some("this `<![CDATA[`"), true),
            ("<?php", Some("this `<?`"), false),
            ("a <pre>", None, false),
            ("<p>", None, false),
            ("", None, false),
        ] {
            let found = Verbatim::opened_by(line);
            let expected = opened.map(|name| (name, is_closed));
            let found = found.map(|(verbatim, is_closed)| (verbatim.name(), is_closed));
            assert_eq!(found, expected, "{line}");
        }
    }
}
