//! Markdown as the plain text that a person reads.

use std::{borrow::Cow, ops::Range};

use crate::{folded, links::plain_text, seen::seen};

/// The entities that are written by name in headings and answers.
const ENTITIES: [(&str, &str); 14] = [
    ("amp", "&"),
    ("lt", "<"),
    ("gt", ">"),
    ("quot", "\""),
    ("apos", "'"),
    ("nbsp", " "),
    ("ensp", " "),
    ("emsp", " "),
    ("thinsp", " "),
    ("shy", ""),
    ("sect", "§"),
    ("para", "¶"),
    ("ndash", "–"),
    ("mdash", "—"),
];

/// Returns the text without emphasis, links, tags and footnote marks, with entities as the characters that they are, without
/// what can't be seen, and white space folded.
///
/// ```
/// # use controls_document::plain;
/// assert_eq!(plain("**Status** &sect;&nbsp;3"), "Status § 3");
/// ```
#[must_use]
pub fn plain(text: &str) -> Cow<'_, str> {
    let is_marked =
        |c: char| matches!(c, '*' | '_' | '`' | '~' | '[' | '<' | '&' | '\\') || !c.is_ascii();
    if !text.contains(is_marked) {
        return folded(text);
    }
    let links = plain_text(text);
    let mut out = String::with_capacity(links.len());
    let mut emphasis = Emphasis::default();
    let mut rest = &*links;
    while let Some(at) = rest.find(['*', '_', '`', '~', '[', ']', '<', '&', '\\']) {
        out.push_str(&rest[..at]);
        let (mark, after) = rest[at..].split_at(1);
        rest = match mark {
            "*" | "_" | "~" => emphasis.run(&rest[at..], &mut out),
            "<" => tag(after, &mut out),
            "&" => entity(after, &mut out),
            "[" => bracket(after),
            "\\" => {
                let escaped = after.chars().next().filter(char::is_ascii_punctuation);
                out.push(escaped.unwrap_or('\\'));
                &after[escaped.map_or(0, char::len_utf8)..]
            }
            _ => after,
        };
    }
    out.push_str(rest);
    let out = emphasis.taken_out(&out);
    Cow::Owned(folded(&seen(&out)).into_owned())
}

/// The marks of emphasis in a text: those that are halves of a pair. One alone is a character, such as the `*` of `Yes*`.
#[derive(Default)]
struct Emphasis {
    /// The runs that may open one, for each mark: where they are, and what is left of them.
    open: [Vec<Range<usize>>; 3],
    /// The halves of pairs.
    halves: Vec<Range<usize>>,
}

impl Emphasis {
    /// Takes the run of marks that a text begins with. Returns what comes after it.
    fn run<'t>(&mut self, text: &'t str, out: &mut String) -> &'t str {
        let after = text.trim_start_matches(&text[..1]);
        let marks = &text[..text.len() - after.len()];
        let closes = out.ends_with(|c: char| !c.is_whitespace());
        let opens = after.starts_with(|c: char| !c.is_whitespace());
        let start = out.len();
        out.push_str(marks);
        // Within a word, `_` is a character.
        let is_within = out[..start].ends_with(char::is_alphanumeric)
            && after.starts_with(char::is_alphanumeric);
        if marks.starts_with('_') && is_within {
            return after;
        }
        let open = &mut self.open[match marks.as_bytes()[0] {
            b'*' => 0,
            b'_' => 1,
            _ => 2,
        }];
        let mut left = start..out.len();
        while closes
            && !left.is_empty()
            && let Some(opener) = open.last_mut()
        {
            let length = opener.len().min(left.len());
            self.halves.push(opener.end - length..opener.end);
            self.halves.push(left.start..left.start + length);
            opener.end -= length;
            left.start += length;
            if opener.start == opener.end {
                open.pop();
            }
        }
        if opens && !left.is_empty() {
            open.push(left);
        }
        after
    }

    /// The text without them.
    fn taken_out(mut self, text: &str) -> String {
        self.halves.sort_unstable_by_key(|half| half.start);
        let mut out = String::with_capacity(text.len());
        let mut at = 0;
        for half in self.halves {
            out.push_str(&text[at..half.start]);
            at = half.end;
        }
        out.push_str(&text[at..]);
        out
    }
}

/// What comes after a tag, which is a space where it breaks the line. Without its end, `<` is a character.
fn tag<'t>(after: &'t str, out: &mut String) -> &'t str {
    let is_tag = after.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/');
    let end = after
        .find(['<', '>'])
        .filter(|end| after[*end..].starts_with('>'));
    if let Some(end) = end.filter(|_| is_tag) {
        if after[..end].to_ascii_lowercase().starts_with("br") {
            out.push(' ');
        }
        return &after[end + 1..];
    }
    out.push('<');
    after
}

/// What comes after an entity. Without its end, `&` is a character.
fn entity<'t>(after: &'t str, out: &mut String) -> &'t str {
    let name = after.char_indices().take(10).find(|(_, c)| *c == ';');
    if let Some((end, _)) = name {
        let name = &after[..end];
        let number = name.strip_prefix('#').and_then(|number| {
            let hex = number.strip_prefix(['x', 'X']);
            let code = hex.map_or_else(|| number.parse(), |hex| u32::from_str_radix(hex, 16));
            code.ok().and_then(char::from_u32)
        });
        let named = ENTITIES.iter().find(|(known, _)| *known == name);
        if let Some(c) = number {
            out.push(c);
            return &after[end + 1..];
        } else if let Some((_, text)) = named {
            out.push_str(text);
            return &after[end + 1..];
        }
    }
    out.push('&');
    after
}

/// What comes after `[`: nothing of a footnote mark.
fn bracket(after: &str) -> &str {
    let footnote = after.strip_prefix('^').and_then(|label| {
        let end = label.find([']', '[', ' '])?;
        label[end..].strip_prefix(']')
    });
    footnote.unwrap_or(after)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_text_is_what_is_read() {
        for (text, expected) in [
            ("Status", "Status"),
            ("**CIS  ID**", "CIS ID"),
            ("NIST &sect;", "NIST §"),
            ("[NIST &sect;](https://x.y)", "NIST §"),
            ("`std`<br/>lib", "std lib"),
            ("Assessment&nbsp;status", "Assessment status"),
            ("a&#8288;b &#xA7; &unknown; & c", "ab § &unknown; & c"),
            ("snake_case _it_", "snake_case it"),
            ("❌[^1]", "❌"),
            ("[`gc`][1] [x]", "gc1 x"),
            (r"\# \* a\b", r"# * a\b"),
            ("a < b <i>c</i>", "a < b c"),
            ("✔\u{fe0f} Yes\u{200b}", "✔ Yes"),
            ("~~no~~", "no"),
            ("***a*** **b *c***", "a b c"),
            ("Yes*", "Yes*"),
            ("*Yes", "*Yes"),
            ("**Yes*", "*Yes"),
            ("* a * b", "* a * b"),
            ("✅* ~3 4_ _", "✅* ~3 4_ _"),
            ("**a_b_**", "a_b_"),
        ] {
            assert_eq!(plain(text), expected, "{text}");
        }
    }
}
