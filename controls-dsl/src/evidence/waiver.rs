//! A waiver: why nothing satisfies a control, and until when that is accepted.

use proc_macro2::{Span, TokenStream};
use syn::parse::{ParseStream, Parser as _};

use super::{
    arguments::{Form, Piece, Pieces},
    path::ControlPath,
};
use crate::{Diagnostics, StringLiteral};

/// What `waived!(…)` says.
#[derive(Debug)]
pub struct Waiver {
    /// The control.
    pub control: ControlPath,
    /// Why nothing satisfies it.
    pub reason: StringLiteral,
    /// The last day on which that is accepted, `YYYY-MM-DD`.
    pub until: StringLiteral,
}

/// A waiver of which not all is read yet.
#[derive(Default)]
struct Parts {
    control: Option<ControlPath>,
    reason: Option<StringLiteral>,
    until: Option<StringLiteral>,
}

impl Waiver {
    /// Parses what is in the parentheses, and adds all that is wrong with it to `diagnostics`.
    ///
    /// # Errors
    ///
    /// Where a part is missing. Returns the control, if that is there.
    pub fn parse(
        tokens: TokenStream,
        diagnostics: &mut Diagnostics,
    ) -> Result<Waiver, Option<ControlPath>> {
        let mut parts = Parts::default();
        let parser = |input: ParseStream<'_>| {
            parts.take(input, diagnostics);
            Ok(())
        };
        // `take` reads to the end, whatever is there.
        let _ = parser.parse2(tokens);
        parts.waiver(diagnostics)
    }
}

impl Parts {
    fn take(&mut self, input: ParseStream<'_>, diagnostics: &mut Diagnostics) {
        let mut pieces = Pieces::of(Form {
            shown: "waived!".to_owned(),
            names: &["reason", "until"],
            takes: "a control, `reason` and `until`",
            example: "AzureBackup::VnetInjection",
            parts: "arguments",
            value: "a string literal",
        });
        while let Some(piece) = pieces.next(input, diagnostics) {
            match piece {
                Piece::Control(control) if self.control.is_none() => self.control = Some(control),
                Piece::Control(control) => diagnostics.mistake(
                    control.span,
                    "`waived!` takes one control: give each a reason of its own",
                ),
                Piece::Argument(name, text) if name == "reason" => {
                    check_reason(&text, diagnostics);
                    self.reason = Some(text);
                }
                Piece::Argument(_, text) => {
                    check_until(&text, diagnostics);
                    self.until = Some(text);
                }
            }
        }
    }

    fn waiver(self, diagnostics: &mut Diagnostics) -> Result<Waiver, Option<ControlPath>> {
        let is_fine = diagnostics.is_empty();
        if let Some(control) = &self.control {
            control.check(diagnostics);
        }
        let Some(control) = self.control else {
            if is_fine {
                diagnostics.mistake(
                    Span::call_site(),
                    "`waived!` names no control: expected a path to one, such as `AzureBackup::VnetInjection`",
                );
            }
            return Err(None);
        };
        let missing = [
            (
                &self.reason,
                "a waiver needs its reason: add `reason = \"…\"`",
            ),
            (
                &self.until,
                "a waiver needs its last day: add `until = \"YYYY-MM-DD\"`",
            ),
        ];
        for (part, message) in missing {
            if is_fine && part.is_none() {
                diagnostics.mistake(control.span, message);
            }
        }
        match (self.reason, self.until) {
            (Some(reason), Some(until)) => Ok(Waiver {
                control,
                reason,
                until,
            }),
            _ => Err(Some(control)),
        }
    }
}

fn check_reason(text: &StringLiteral, diagnostics: &mut Diagnostics) {
    if text.value.trim().is_empty() {
        diagnostics.mistake(
            text.span(),
            "the reason of a waiver is empty: say why nothing satisfies the control",
        );
    }
}

fn check_until(text: &StringLiteral, diagnostics: &mut Diagnostics) {
    let value = &text.value;
    if !is_day(value) {
        let message = format!("`{value}` isn't a day of the calendar: expected `YYYY-MM-DD`");
        diagnostics.mistake(text.span(), message);
    }
}

/// Whether a text is a day of the Gregorian calendar, as `controls_core::Date` reads it.
fn is_day(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let [year, month, day] = parts[..] else {
        return false;
    };
    let number = |text: &str, len: usize| {
        let is_number = text.len() == len && text.bytes().all(|byte| byte.is_ascii_digit());
        is_number.then(|| text.parse::<u16>().ok()).flatten()
    };
    let (Some(year), Some(month), Some(day)) = (number(year, 4), number(month, 2), number(day, 2))
    else {
        return false;
    };
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 => 28 + u16::from(is_leap),
        _ => 0,
    };
    year > 0 && (1..=days).contains(&day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_those_of_the_calendar() {
        for (text, expected) in [
            ("2027-03-31", true),
            ("2028-02-29", true),
            ("2000-02-29", true),
            ("2027-02-29", false),
            ("1900-02-29", false),
            ("2027-04-31", false),
            ("2027-13-01", false),
            ("2027-00-10", false),
            ("2027-01-00", false),
            ("0000-01-01", false),
            ("2027-3-31", false),
            ("2027-03-31T00", false),
            ("+027-03-31", false),
            ("31.03.2027", false),
            ("", false),
        ] {
            assert_eq!(is_day(text), expected, "{text}");
        }
    }
}
