//! A date as documents have it.

/// A date as `YYYY-MM-DD`, from that form or from `MM/DD/YYYY`.
pub(crate) fn date(value: &str) -> Option<String> {
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
