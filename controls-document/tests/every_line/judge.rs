//! Which lines of a document a person takes for rows and headings, found out line by line without the reader.
//!
//! Where that isn't certain, nothing is claimed: not within a list whose items are indented in odd ways, nor after a mark
//! of code or a comment that may or may not be one.

/// What a person takes a line for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Claim {
    Row,
    Heading,
}

/// The claims about a document, each with its line, from 1.
pub(crate) fn claims(text: &str) -> Vec<(u32, Claim)> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let lines: Vec<&str> = text
        .split('\n')
        .map(|line| line.strip_suffix('\r').unwrap_or(line))
        .collect();
    let mut judge = Judge::default();
    let mut claims = Vec::new();
    for at in front_lines(text)..lines.len() {
        let Ok(claim) = judge.line(&lines, at) else {
            break;
        };
        claims.extend(claim.map(|claim| (u32::try_from(at + 1).unwrap(), claim)));
    }
    claims
}

/// How many lines the front matter takes: those between two rules, if each that isn't indented is a comment, an item of a
/// list, or has a key, and a key is the first.
pub(crate) fn front_lines(text: &str) -> usize {
    let mut lines = text.lines().map(str::trim_end);
    if lines.next() != Some("---") {
        return 0;
    }
    let body: Vec<&str> = lines
        .clone()
        .take_while(|line| !matches!(*line, "---" | "..."))
        .collect();
    let has_key = |line: &&str| {
        let key = line.split(':').next().unwrap_or_default();
        let rest = &line[key.len()..];
        (rest == ":" || rest.starts_with(": "))
            && key.starts_with(char::is_alphabetic)
            && key
                .chars()
                .all(|c| c.is_alphanumeric() || "._-".contains(c))
    };
    let is_silent = |line: &str| line.is_empty() || line.starts_with('#');
    let belongs = |line: &&str| is_silent(line) || line.starts_with([' ', '-']) || has_key(line);
    let first = body.iter().find(|line| !is_silent(line));
    if lines.count() > body.len() && body.iter().all(belongs) && first.is_some_and(has_key) {
        body.len() + 2
    } else {
        0
    }
}

/// Nothing that follows is certain.
struct Uncertain;

#[derive(Default)]
struct Judge {
    fence: Option<Fence>,
    /// What ends the comment, or the piece of HTML whose text is nothing but code.
    hidden_until: Option<&'static str>,
    /// How far the texts of the open list items are indented, from the outside.
    items: Vec<usize>,
    /// How many marks of quotation the line above has.
    depth: usize,
    /// Whether a line may have ended the list, or gone on with a paragraph of its last item.
    lazy: bool,
    /// Whether a line that isn't blank is above.
    after_text: bool,
    under_heading: bool,
}

struct Fence {
    mark: char,
    length: usize,
    depth: usize,
    item: usize,
}

/// Each piece of HTML whose text isn't Markdown, and what ends it.
const HIDING: [(&str, &str); 6] = [
    ("<!--", "-->"),
    ("<pre", "</pre>"),
    ("<script", "</script>"),
    ("<style", "</style>"),
    ("<textarea", "</textarea>"),
    ("<![cdata[", "]]>"),
];

impl Judge {
    /// What a line is taken for; An error where nothing is certain any more.
    fn line(&mut self, lines: &[&str], at: usize) -> Result<Option<Claim>, Uncertain> {
        let after_blank = !std::mem::replace(&mut self.after_text, true);
        if let Some(end) = self.hidden_until {
            if lines[at].to_lowercase().contains(end) {
                self.hidden_until = None;
            }
            return Ok(None);
        }
        if self.is_fenced(lines[at])? {
            return Ok(None);
        }
        let (depth, text) = unquoted(lines[at], usize::MAX);
        let trimmed = text.trim();
        if depth != std::mem::replace(&mut self.depth, depth) && self.item() > 0 {
            self.items.clear();
            self.lazy = true;
        }
        let indent = text.len() - text.trim_start_matches(' ').len();
        if text[indent..].starts_with('\t') && !trimmed.is_empty() {
            // Where a tab leads to depends on what is around it.
            return if self.item() == 0 {
                Ok(None)
            } else {
                Err(Uncertain)
            };
        }
        if trimmed.is_empty() {
            self.after_text = false;
            return Ok(None);
        }
        // The text of an item that begins here, or that goes on.
        let mut body = &text[indent..];
        let marker = item(body);
        if after_blank || marker.is_some() {
            while self.items.pop_if(|item| indent < *item).is_some() {}
            self.lazy &= !self.items.is_empty();
        } else if indent < self.item() {
            self.lazy = true;
            if fence_mark(body).is_some() || !body.is_ascii() {
                return Err(Uncertain);
            }
        }
        let inside = indent.saturating_sub(self.item());
        if inside > 3 || (self.lazy && indent > 3) {
            // Code, or a paragraph that goes on.
            return if hides(body).is_some() || body.contains('`') && self.item() > 0 {
                Err(Uncertain)
            } else {
                Ok(None)
            };
        }
        if let Some(marker) = marker {
            self.items.push(indent + marker);
            body = &body[marker.min(body.len())..];
        }
        if let Some((mark, length)) = fence_mark(body) {
            if self.lazy {
                return Err(Uncertain);
            }
            self.fence = Some(Fence {
                mark,
                length,
                depth,
                item: self.item(),
            });
            return Ok(None);
        }
        if let Some((start, end)) = hides(body) {
            return self.hiding(lines, at, body, start, end, depth);
        }
        Ok(self.claim(lines, at, body, after_blank))
    }

    /// How far the text of the innermost list item is indented; 0 outside of lists.
    fn item(&self) -> usize {
        self.items.last().copied().unwrap_or(0)
    }

    /// Whether the line is within a fenced block of code, its end included. A block ends with the quotation or the item
    /// of a list that it's in. An error where that isn't certain.
    fn is_fenced(&mut self, line: &str) -> Result<bool, Uncertain> {
        let Some(fence) = &self.fence else {
            return Ok(false);
        };
        // Marks of quotation are code, but for those that are before the fence.
        let (depth, text) = unquoted(line, fence.depth);
        let (indent, text) = (text.len() - text.trim_start_matches(' ').len(), text.trim());
        if depth < fence.depth || (indent < fence.item && !text.is_empty()) {
            self.fence = None;
            return Ok(false);
        }
        if text.len() >= fence.length && text.chars().all(|c| c == fence.mark) {
            let is_code = indent.saturating_sub(fence.item) > 3;
            if is_code && fence.item > 0 {
                return Err(Uncertain);
            }
            if !is_code {
                self.fence = None;
            }
        }
        Ok(true)
    }

    fn hiding(
        &mut self,
        lines: &[&str],
        at: usize,
        body: &str,
        start: usize,
        end: &'static str,
        depth: usize,
    ) -> Result<Option<Claim>, Uncertain> {
        if body.contains('`') || depth > 0 || self.item() > 0 {
            return Err(Uncertain);
        }
        if body[start..].to_lowercase().contains(end) {
            return Ok(None);
        }
        let ends_later = lines[at + 1..]
            .iter()
            .any(|line| line.to_lowercase().contains(end));
        if ends_later {
            self.hidden_until = Some(end);
        } else if end != "-->" {
            return Err(Uncertain);
        }
        Ok(None)
    }

    fn claim(&mut self, lines: &[&str], at: usize, body: &str, after_blank: bool) -> Option<Claim> {
        let body = body.trim_end();
        let below = lines.get(at + 1).map(|line| line.trim_end());
        if is_heading(body) && self.item() == 0 {
            self.under_heading = true;
            return Some(Claim::Heading);
        }
        if body.starts_with('|') || (self.under_heading && has_pipe_between_words(body)) {
            return Some(Claim::Row);
        }
        // One line above a row of `=` or `-`, or in bold, with blank lines around.
        let is_plain = body.chars().all(|c| c.is_alphanumeric() || c == ' ') && self.item() == 0;
        let is_underlined = below.is_some_and(|below| {
            below.len() > 2
                && (below.bytes().all(|byte| byte == b'=')
                    || below.bytes().all(|byte| byte == b'-'))
        });
        let bold = body
            .strip_prefix("**")
            .and_then(|body| body.strip_suffix("**"));
        let is_bold = bold.is_some_and(|text| {
            !text.is_empty()
                && text.chars().all(|c| c.is_alphanumeric() || c == ' ')
                && text.trim() == text
        });
        let is_alone = below.is_none_or(str::is_empty);
        if after_blank && (is_plain && is_underlined || is_bold && is_alone && self.item() == 0) {
            self.under_heading = true;
            return Some(Claim::Heading);
        }
        None
    }
}

/// How deep a line is in quotations, and what is left of it.
fn unquoted(line: &str, most: usize) -> (usize, &str) {
    let (mut depth, mut text) = (0, line);
    while depth < most {
        let indent = text.len() - text.trim_start_matches(' ').len();
        match text[indent..].strip_prefix('>') {
            Some(rest) if indent < 4 => text = rest.strip_prefix(' ').unwrap_or(rest),
            _ => break,
        }
        depth += 1;
    }
    (depth, text)
}

/// How much of a line the mark of a list item takes, with the white space after it.
fn item(text: &str) -> Option<usize> {
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let after = if (1..=9).contains(&digits) {
        text[digits..].strip_prefix(['.', ')'])?
    } else {
        text.strip_prefix(['-', '*', '+'])?
    };
    let spaces = after.len() - after.trim_start_matches(' ').len();
    let is_rule = text.len() > 2 && text.chars().all(|c| c == ' ' || text.starts_with(c));
    match spaces {
        0 => after.is_empty().then_some(text.len() + 1),
        1..=4 if !is_rule => Some(text.len() - after.len() + spaces),
        _ if is_rule => None,
        _ => Some(text.len() - after.len() + 1),
    }
}

/// The mark of a fence that a line begins with, and its length.
fn fence_mark(text: &str) -> Option<(char, usize)> {
    let mark = text
        .chars()
        .next()
        .filter(|mark| matches!(mark, '`' | '~'))?;
    let length = text.chars().take_while(|c| *c == mark).count();
    (length > 2 && !(mark == '`' && text[length..].contains('`'))).then_some((mark, length))
}

/// Where something begins on a line that hides what comes after it, and what ends it.
fn hides(text: &str) -> Option<(usize, &'static str)> {
    let lower = text.to_ascii_lowercase();
    HIDING
        .iter()
        .filter_map(|(start, end)| Some((lower.find(start)?, *end)))
        .min()
}

/// Whether a line alone is a heading: with marks, or in HTML.
fn is_heading(text: &str) -> bool {
    let marks = text.bytes().take_while(|byte| *byte == b'#').count();
    let after = &text[marks..];
    let has_words = after.contains(char::is_alphanumeric);
    let is_marked = (1..=6).contains(&marks) && after.starts_with(char::is_whitespace)
        || (2..=6).contains(&marks) && after.starts_with(char::is_alphabetic);
    let is_html = ('1'..='6').any(|level| {
        text.strip_prefix(&format!("<h{level}>"))
            .and_then(|text| text.strip_suffix(&format!("</h{level}>")))
            .is_some_and(|text| !text.is_empty() && !text.contains(['<', '&']))
    });
    is_marked && has_words || is_html
}

/// Whether a pipe is between two words, and certainly part of neither code nor a link.
fn has_pipe_between_words(text: &str) -> bool {
    let is_plain = !text.contains(['`', '\\', '<', '(', '[', '$', '{']);
    let parts: Vec<&str> = text.split('|').map(str::trim).collect();
    is_plain
        && parts.windows(2).any(|pair| {
            pair[0].ends_with(char::is_alphanumeric) && pair[1].starts_with(char::is_alphanumeric)
        })
}
