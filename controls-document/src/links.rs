//! The links in a cell.

use std::{borrow::Cow, ops::Range};

use crate::spans::{code_spans, destination_end};

/// A link as it's written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link<'a> {
    /// The text of the link; for an address that stands for itself, the address.
    pub text: &'a str,
    /// The target, as written.
    pub target: &'a str,
}

/// The links in Markdown text, in order: `[text](target)`, `<https://…>`, `<a href="…">text</a>` and bare addresses.
/// Images and code aren't links.
///
/// ```
/// let links = controls_document::links("See [RBAC](/azure/backup/rbac \"roles\") and <https://example.com/a>.");
/// assert_eq!(links[0].text, "RBAC");
/// assert_eq!(links[0].target, "/azure/backup/rbac");
/// assert_eq!(links[1].target, "https://example.com/a");
/// ```
#[must_use]
pub fn links(text: &str) -> Vec<Link<'_>> {
    located_links(text)
        .into_iter()
        .map(|(_, link)| link)
        .collect()
}

/// The text with each link in it as only its text, and each image as the text that stands for it.
#[must_use]
pub fn plain_text(text: &str) -> Cow<'_, str> {
    let links = located_links(text);
    if links.is_empty() {
        return Cow::Borrowed(text);
    }
    if let [(range, link)] = &links[..]
        && *range == (0..text.len())
    {
        return Cow::Borrowed(link.text);
    }
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for (range, link) in links {
        out.push_str(&text[at..range.start]);
        out.push_str(link.text);
        at = range.end;
    }
    out.push_str(&text[at..]);
    Cow::Owned(out)
}

/// The links, each with the byte range of its whole markup.
#[must_use]
pub fn located_links(text: &str) -> Vec<(Range<usize>, Link<'_>)> {
    let bytes = text.as_bytes();
    let mut spans = code_spans(text).into_iter().peekable();
    let mut found = Vec::new();
    // Where brackets have been opened, and whether an image was.
    let mut open: Vec<(usize, bool)> = Vec::new();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let next = at + 1;
        at = match byte {
            b'\\' if bytes.get(next).is_some_and(u8::is_ascii_punctuation) => next + 1,
            b'`' => {
                while spans.next_if(|span| span.end <= at).is_some() {}
                spans
                    .next_if(|span| span.start == at)
                    .map_or(next, |span| span.end)
            }
            b'[' => {
                open.push((at, at > 0 && bytes[at - 1] == b'!'));
                next
            }
            b']' => match open.pop() {
                Some((start, image)) if bytes.get(next) == Some(&b'(') => {
                    match destination_end(text, next + 1) {
                        Some(end) if image => end + 1,
                        Some(end) => {
                            let link = Link {
                                text: &text[start + 1..at],
                                target: destination(&text[next + 1..end]),
                            };
                            found.push((start..end + 1, link));
                            // Links don't nest: brackets around this one open nothing.
                            open.clear();
                            end + 1
                        }
                        None => next,
                    }
                }
                _ => next,
            },
            b'<' => match angle(text, at) {
                Some((end, link)) => {
                    found.push((at..end, link));
                    // Here too: brackets around it are only brackets.
                    open.clear();
                    end
                }
                None => next,
            },
            b'h' if open.is_empty() => match bare(text, at) {
                Some(end) => {
                    found.push((
                        at..end,
                        Link {
                            text: &text[at..end],
                            target: &text[at..end],
                        },
                    ));
                    end
                }
                None => next,
            },
            _ => next,
        };
    }
    found
}

/// The address in the parentheses of a link, without the title after it.
fn destination(inner: &str) -> &str {
    let inner = inner.trim();
    if let Some(target) = inner
        .strip_prefix('<')
        .and_then(|inner| inner.split_once('>'))
    {
        return target.0;
    }
    inner.split_whitespace().next().unwrap_or("")
}

/// `<https://…>` or `<a href="…">text</a>` at the given place, and where it ends.
fn angle(text: &str, at: usize) -> Option<(usize, Link<'_>)> {
    let begins = &text[at + 1..];
    if !(begins.starts_with(['a', 'A']) || begins.starts_with("http")) {
        return None;
    }
    let limit = near(text, at);
    let close = at + text[at..limit].find('>')?;
    let inner = &text[at + 1..close];
    if is_address(inner) && !inner.contains(char::is_whitespace) {
        return Some((
            close + 1,
            Link {
                text: inner,
                target: inner,
            },
        ));
    }
    let attributes = inner
        .strip_prefix("a ")
        .or_else(|| inner.strip_prefix("A "))?;
    let value = attributes.split_once("href=")?.1;
    let quote = value
        .chars()
        .next()
        .filter(|quote| matches!(quote, '"' | '\''))?;
    let target = value[1..].split_once(quote)?.0;
    let rest = &text[close + 1..limit];
    let end = rest.find("</a>").or_else(|| rest.find("</A>"))?;
    Some((
        close + 1 + end + 4,
        Link {
            text: &rest[..end],
            target,
        },
    ))
}

/// As far as an address or a tag that begins at `at` may reach. The bound keeps a line of nothing but `<` linear.
fn near(text: &str, at: usize) -> usize {
    let mut limit = text.len().min(at + 2048);
    while !text.is_char_boundary(limit) {
        limit -= 1;
    }
    limit
}

fn is_address(text: &str) -> bool {
    ["https://", "http://"]
        .iter()
        .any(|scheme| text.len() > scheme.len() && text.starts_with(scheme))
}

/// Where an address that is in the text ends: before white space, and before the punctuation of the sentence.
fn bare(text: &str, at: usize) -> Option<usize> {
    let rest = &text[at..near(text, at)];
    if !is_address(rest) || text[..at].ends_with(char::is_alphanumeric) {
        return None;
    }
    let end = rest
        .find(|c: char| c.is_whitespace() || matches!(c, '<' | '"' | '`' | ']'))
        .unwrap_or(rest.len());
    let address = &rest[..end];
    // Closing parentheses are part of it as far as it has opened them.
    let (opened, closed) = (address.matches('(').count(), address.matches(')').count());
    let mut surplus = closed.saturating_sub(opened);
    let address = address.trim_end_matches(|c| {
        let is_surplus = c == ')' && surplus > 0;
        surplus -= usize::from(is_surplus);
        is_surplus
            || matches!(
                c,
                '.' | ',' | ';' | ':' | '!' | '?' | '*' | '_' | '~' | '\''
            )
    });
    is_address(address).then_some(at + address.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_found_in_all_their_forms() {
        for (text, expected) in [
            ("no link", vec![]),
            ("see [a](b.md).", vec![("a", "b.md")]),
            (
                "[a](b.md), [c [d]](e(f).md 'g')",
                vec![("a", "b.md"), ("c [d]", "e(f).md")],
            ),
            ("[a](<b c.md>)", vec![("a", "b c.md")]),
            ("![a](b.png) [![c](d.png)](e)", vec![("![c](d.png)", "e")]),
            ("`[a](b)` \\[c](d)", vec![]),
            ("[a] (b) [c](", vec![]),
            ("<https://a/b> <b>", vec![("https://a/b", "https://a/b")]),
            ("<a href='b' x>c</a>", vec![("c", "b")]),
            (
                "(https://a/b(c)), or https://d.",
                vec![
                    ("https://a/b(c)", "https://a/b(c)"),
                    ("https://d", "https://d"),
                ],
            ),
            ("[https://a](https://b)", vec![("https://a", "https://b")]),
            ("[a <https://b> c](d)", vec![("https://b", "https://b")]),
            ("[a <a href='b'>c</a> d](e)", vec![("c", "b")]),
            (
                "日本の[管理](/azure/backup/x)に",
                vec![("管理", "/azure/backup/x")],
            ),
        ] {
            let found: Vec<_> = links(text)
                .into_iter()
                .map(|link| (link.text, link.target))
                .collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
