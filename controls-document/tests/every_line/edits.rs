//! What happens to a document by hand and by accident, one edit at a time.

use crate::judge::front_lines;

/// A document after an edit, and what the edit was.
pub(crate) struct Edit {
    pub(crate) what: String,
    pub(crate) text: String,
}

/// What a change is called, and what it makes of one or several lines.
type Change = (&'static str, fn(&str) -> String);

/// Lines that somebody writes between the rows of a table.
const BETWEEN: [&str; 16] = [
    "",
    "See also the overview.",
    "<br>",
    "<a name=\"x\"></a>",
    "![i](x.png)",
    "[!INCLUDE [x](y.md)]",
    "::: zone pivot=\"x\"",
    "- x",
    "1. x",
    "> x",
    "[^1]: A footnote.",
    "**Bold**",
    "|",
    "|---|---|---|",
    "<!-- comment -->",
    "```\n| code | Yes |\n```",
];

/// What a line is put into, or has before it.
const AROUND: [Change; 12] = [
    ("quoted", |lines| prefixed(lines, "> ", "> ")),
    ("in a list", |lines| prefixed(lines, "- ", "  ")),
    ("in a numbered list", |lines| prefixed(lines, "1. ", "   ")),
    ("in a fence", |lines| format!("```\n{lines}\n```")),
    ("in `pre`", |lines| format!("<pre>\n{lines}\n</pre>")),
    ("in a comment", |lines| format!("<!--\n{lines}\n-->")),
    ("after a fence that is opened in a quotation", |lines| {
        format!("\n> ```\n> code\n\n{lines}")
    }),
    ("after a fence that is opened in a list", |lines| {
        format!("\n- x\n\n  ```\n  code\n\n{lines}")
    }),
    ("after a fence in code", |lines| {
        format!("\n    ```\n\n{lines}")
    }),
    ("after a comment that never ends", |lines| {
        format!("<!-- \n{lines}")
    }),
    ("indented", |lines| prefixed(lines, "   ", "   ")),
    ("after a rule", |lines| format!("\n---\n\n{lines}")),
];

fn prefixed(lines: &str, first: &str, next: &str) -> String {
    format!("{first}{}", lines.replace('\n', &format!("\n{next}")))
}

/// Changes of one line.
const LINE: [Change; 20] = [
    ("deleted", |_| String::new()),
    ("twice", |line| format!("{line}\n{line}")),
    ("after a blank line", |line| format!("\n{line}")),
    ("before a blank line", |line| format!("{line}\n")),
    ("without its first pipe", |line| line.replacen('|', "", 1)),
    ("without its last pipe", |line| {
        line.trim_end().strip_suffix('|').unwrap_or(line).to_owned()
    }),
    ("without its second pipe", |line| {
        line.match_indices('|')
            .nth(1)
            .map_or(line.to_owned(), |(at, _)| {
                format!("{}{}", &line[..at], &line[at + 1..])
            })
    }),
    ("with a pipe more", |line| format!("{line} x |")),
    ("with an escaped pipe", |line| line.replacen('|', "\\|", 1)),
    ("with a backtick", |line| line.replacen(' ', " `", 1)),
    ("with equals signs", |line| line.replace('-', "=")),
    ("with an x", |line| line.replacen("--", "-x-", 1)),
    ("without words", |line| {
        line.chars()
            .map(|c| if c.is_alphanumeric() { ' ' } else { c })
            .collect()
    }),
    ("cut in the middle", |line| {
        line.chars().take(line.chars().count() / 2).collect()
    }),
    ("broken in the middle", |line| {
        let half = line.chars().count() / 2;
        let (start, end): (Vec<_>, Vec<_>) =
            line.chars().enumerate().partition(|(at, _)| *at < half);
        let text = |part: Vec<(usize, char)>| part.into_iter().map(|(_, c)| c).collect::<String>();
        format!("{}\n{}", text(start), text(end))
    }),
    ("with no-break spaces", |line| line.replace(' ', "\u{a0}")),
    ("with tabs", |line| line.replace(' ', "\t")),
    ("with a zero-width space", |line| {
        line.replacen(' ', " \u{200b}", 1)
    }),
    ("as HTML", |line| {
        let level = line.bytes().take_while(|byte| *byte == b'#').count();
        if level == 0 {
            line.to_owned()
        } else {
            format!("<h{level}>{}</h{level}>", line[level..].trim())
        }
    }),
    ("underlined", |line| {
        let text = line.trim_start_matches('#').trim();
        if text.len() == line.len() {
            line.to_owned()
        } else {
            format!("{text}\nand more\n---")
        }
    }),
];

/// Changes of a whole document.
const WHOLE: [Change; 8] = [
    ("CRLF", |text| {
        text.replace("\r\n", "\n").replace('\n', "\r\n")
    }),
    ("a BOM", |text| format!("\u{feff}{text}")),
    ("a rule at the beginning", |text| format!("---\n\n{text}")),
    ("a rule for front matter", |text| {
        text.replacen("title:", "A title", 1)
    }),
    ("no blank lines", |text| {
        text.lines()
            .filter(|line| !line.trim().is_empty())
            .collect::<Vec<_>>()
            .join("\n")
    }),
    ("blank lines everywhere", |text| text.replace('\n', "\n\n")),
    ("no delimiter rows", |text| {
        let is_delimiter =
            |line: &str| line.contains("--") && line.chars().all(|c| " |:-\r".contains(c));
        text.lines()
            .filter(|line| !is_delimiter(line))
            .collect::<Vec<_>>()
            .join("\n")
    }),
    ("no pipes at the ends", |text| {
        text.lines()
            .map(|line| line.trim().trim_matches('|'))
            .collect::<Vec<_>>()
            .join("\n")
    }),
];

/// How many lines of a document are edited, one at a time, spread over it.
const PLACES: usize = 4;
/// How many lines before and after an edit are kept.
const AROUND_IT: usize = 40;

/// The document after each edit: of some of the lines that are rows or headings, and as a whole.
pub(crate) fn all(text: &str) -> Vec<Edit> {
    let lines: Vec<&str> = text.lines().collect();
    let front = front_lines(text);
    let places: Vec<usize> = (front..lines.len())
        .filter(|at| lines[*at].contains('|') || lines[*at].starts_with('#'))
        .collect();
    let step = places.len().div_ceil(PLACES).max(1);
    let mut edits = Vec::new();
    for at in places.into_iter().step_by(step) {
        let length = 3.min(lines.len() - at);
        let several = lines[at..at + length].join("\n");
        let after = |between: &str| format!("{}\n{between}", lines[at]);
        let changed = LINE
            .iter()
            .map(|(what, change)| ((*what).to_owned(), 1, change(lines[at])));
        let around = AROUND
            .iter()
            .map(|(what, change)| ((*what).to_owned(), length, change(&several)));
        let before = BETWEEN
            .iter()
            .map(|line| (format!("before `{line}`"), 1, after(line)));
        edits.extend(
            changed
                .chain(around)
                .chain(before)
                .map(|(what, length, new)| {
                    let start = front.max(at.saturating_sub(AROUND_IT));
                    let end = lines.len().min(at + length + AROUND_IT);
                    let kept = lines[..front].iter().chain(&lines[start..at]);
                    let kept = kept
                        .copied()
                        .chain([&*new])
                        .chain(lines[at + length..end].iter().copied());
                    Edit {
                        what: format!("line {} {what}", at + 1),
                        text: kept.flat_map(|line| [line, "\n"]).collect(),
                    }
                }),
        );
    }
    edits.extend(WHOLE.iter().map(|(what, change)| Edit {
        what: (*what).to_owned(),
        text: change(text),
    }));
    edits
}
