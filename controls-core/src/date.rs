//! A day of the calendar.

use core::{fmt, str::FromStr};

use crate::const_string::ConstString;

/// A day, as `YYYY-MM-DD`.
///
/// ```
/// use controls_core::Date;
///
/// let date: Date = "2027-03-31".parse()?;
/// assert!(date < Date::new(2027, 4, 1).unwrap());
/// assert_eq!(date.to_string(), "2027-03-31");
/// assert_eq!(Date::new(2027, 2, 29), None);
/// # Ok::<(), controls_core::ParseDateError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// Returns the day of the Gregorian calendar; `None` if there is none, or if the year isn't one from 1 to 9999.
    #[must_use]
    pub const fn new(year: u16, month: u8, day: u8) -> Option<Date> {
        let leap =
            year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let days = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 => 28 + leap as u8,
            _ => return None,
        };
        if year == 0 || year > 9999 || day == 0 || day > days {
            None
        } else {
            Some(Date { year, month, day })
        }
    }
}

impl fmt::Display for Date {
    /// Writes `YYYY-MM-DD`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let year = ConstString::new().padded(u32::from(self.year), 4);
        let month = year.text("-").padded(u32::from(self.month), 2);
        f.pad(month.text("-").padded(u32::from(self.day), 2).as_str())
    }
}

impl FromStr for Date {
    type Err = ParseDateError;

    fn from_str(text: &str) -> Result<Date, ParseDateError> {
        let number = |range: core::ops::Range<usize>| {
            let digits = text
                .get(range)
                .filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))?;
            digits.parse::<u16>().ok()
        };
        let is_form =
            text.len() == 10 && text.get(4..5) == Some("-") && text.get(7..8) == Some("-");
        let parts = is_form
            .then(|| Some((number(0..4)?, number(5..7)?, number(8..10)?)))
            .flatten();
        let small = |number: u16| u8::try_from(number).ok();
        parts
            .and_then(|(year, month, day)| Date::new(year, small(month)?, small(day)?))
            .ok_or(ParseDateError(()))
    }
}

/// What was read isn't a [`Date`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ParseDateError(());

impl fmt::Display for ParseDateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a date is a day of the calendar as YYYY-MM-DD")
    }
}

impl core::error::Error for ParseDateError {}

#[cfg(feature = "serde")]
mod serde {
    use serde::{
        Deserialize, Deserializer, Serialize, Serializer,
        de::{self, Visitor},
    };

    use super::{Date, fmt};

    impl Serialize for Date {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.collect_str(self)
        }
    }

    impl<'de> Deserialize<'de> for Date {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            struct Day;

            impl Visitor<'_> for Day {
                type Value = Date;

                fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    f.write_str("a date, YYYY-MM-DD")
                }

                fn visit_str<E: de::Error>(self, text: &str) -> Result<Date, E> {
                    text.parse()
                        .map_err(|_| E::invalid_value(de::Unexpected::Str(text), &self))
                }
            }

            deserializer.deserialize_str(Day)
        }
    }
}

#[cfg(test)]
mod tests {
    extern crate std;
    use std::string::ToString;

    use super::*;

    #[test]
    fn only_days_of_the_calendar_are_dates() {
        for (text, is_date) in [
            ("2024-02-29", true),
            ("2023-02-29", false),
            ("1900-02-29", false),
            ("2000-02-29", true),
            ("2024-12-31", true),
            ("2024-13-01", false),
            ("2024-04-31", false),
            ("2024-00-01", false),
            ("0000-01-01", false),
            ("2024-1-1", false),
            ("+024-01-01", false),
            ("2024-01-01 ", false),
            ("２024-1-1", false),
            ("", false),
        ] {
            let date = text.parse::<Date>();
            assert_eq!(date.is_ok(), is_date, "{text}");
            assert!(date.is_err() || date.unwrap().to_string() == text);
        }
    }
}
