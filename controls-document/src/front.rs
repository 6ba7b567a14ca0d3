//! The front matter: the lines between `---` at the very beginning of an article.

use crate::{Place, Remark};

/// What the reader wants of the front matter, and what comes after it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Front<'a> {
    pub(crate) title: Option<&'a str>,
    pub(crate) date: Option<String>,
    pub(crate) remark: Option<Remark>,
    /// How many lines it takes, its own delimiters included.
    pub(crate) lines: u32,
    /// The article behind it.
    pub(crate) rest: &'a str,
}

/// Takes the front matter off a document. Lines that begin with `---` and never end are the article itself.
pub(crate) fn front_matter(text: &str) -> Front<'_> {
    let mut front = Front {
        rest: text,
        ..Front::default()
    };
    let mut lines = text.split_inclusive('\n');
    if lines.next().is_none_or(|line| line.trim_end() != "---") {
        return front;
    }
    let mut length = text.find('\n').map_or(text.len(), |end| end + 1);
    for (number, line) in (2..).zip(lines) {
        length += line.len();
        let line = line.trim_end();
        if line == "---" || line == "..." {
            return Front {
                lines: number,
                rest: &text[length..],
                ..front
            };
        }
        if let Some(value) = value_of(line, "title:") {
            front.title = Some(value).filter(|title| !title.is_empty());
        } else if let Some(value) = value_of(line, "ms.date:") {
            front.date = date(value);
            front.remark = front.date.is_none().then(|| Remark {
                place: Place {
                    line: number,
                    column: 1,
                    width: u32::try_from(line.chars().count()).unwrap_or(u32::MAX),
                },
                message: format!("`ms.date` is `{value}`, which isn't a date of the form MM/DD/YYYY or YYYY-MM-DD"),
            });
        }
    }
    Front {
        rest: text,
        ..Front::default()
    }
}

fn value_of<'a>(line: &'a str, key: &str) -> Option<&'a str> {
    let value = line.strip_prefix(key)?.trim();
    let unquoted = ['"', '\'']
        .into_iter()
        .find_map(|quote| value.strip_prefix(quote)?.strip_suffix(quote));
    Some(unquoted.unwrap_or(value))
}

/// A date as `YYYY-MM-DD`, from that form or from `MM/DD/YYYY`.
fn date(value: &str) -> Option<String> {
    let (year, month, day) = if let [month, day, year] = value.split('/').collect::<Vec<_>>()[..] {
        (year, month, day)
    } else if let [year, month, day] = value.split('-').collect::<Vec<_>>()[..] {
        (year, month, day)
    } else {
        return None;
    };
    let number = |text: &str, max_len, range: std::ops::RangeInclusive<u16>| {
        let digits = !text.is_empty()
            && text.len() <= max_len
            && text.bytes().all(|byte| byte.is_ascii_digit());
        digits
            .then(|| text.parse().ok())
            .flatten()
            .filter(|number| range.contains(number))
    };
    let year = number(year, 4, 1000..=9999)?;
    let month = number(month, 2, 1..=12)?;
    let day = number(day, 2, 1..=days(year, month))?;
    Some(format!("{year:04}-{month:02}-{day:02}"))
}

fn days(year: u16, month: u16) -> u16 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => {
            29
        }
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn front_matter_ends_at_its_delimiter() {
        let front = front_matter("---\r\ntitle: \"A: b\"\r\nms.date: 09/23/2019\r\n---\r\n# A\n");
        assert_eq!(
            (front.title, front.date.as_deref(), front.lines),
            (Some("A: b"), Some("2019-09-23"), 4)
        );
        assert_eq!(front.rest, "# A\n");
        for whole in [
            "",
            "# A",
            "---",
            "---\ntitle: A\n",
            "text\n---\ntitle: A\n---\n",
        ] {
            assert_eq!(
                front_matter(whole),
                Front {
                    rest: whole,
                    ..Front::default()
                }
            );
        }
    }

    #[test]
    fn dates_are_read_in_two_forms_and_exist() {
        for (value, expected) in [
            ("09/23/2019", Some("2019-09-23")),
            ("9/3/2019", Some("2019-09-03")),
            ("2020-02-29", Some("2020-02-29")),
            ("02/29/2019", None),
            ("23/09/2019", None),
            ("September 2019", None),
            ("+9/+3/2019", None),
            ("", None),
        ] {
            assert_eq!(date(value).as_deref(), expected, "{value}");
        }
    }
}
