//! A waiver: why nothing satisfies a control, and until when that is accepted.

use proc_macro2::{Span, TokenStream};
use syn::{
    Ident,
    parse::{ParseStream, Parser as _},
};

use super::claim::{ControlPath, at_argument};
use crate::{
    Diagnostics, StringLiteral,
    names::meant,
    parse::recover::{comma, found, literal, name, skip, span},
};

const ARGUMENTS: [&str; 2] = ["reason", "until"];

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
        while !input.is_empty() {
            if at_argument(input) {
                self.argument(input, diagnostics);
            } else {
                let (at, what) = (span(input), found(input));
                match ControlPath::take(input) {
                    Some(control) if self.control.is_none() => self.control = Some(control),
                    Some(control) => diagnostics.mistake(
                        control.span,
                        "`waived!` takes one control: give each a reason of its own",
                    ),
                    None => {
                        let message = format!(
                            "expected a path to a control, such as `AzureBackup::VnetInjection`, found {what}"
                        );
                        diagnostics.mistake(at, message);
                        skip(input);
                    }
                }
            }
            if comma(input).is_none() && !input.is_empty() {
                let message = format!("expected `,` between arguments, found {}", found(input));
                diagnostics.mistake(span(input), message);
                while !input.is_empty() && comma(input).is_none() {
                    skip(input);
                }
            }
        }
    }

    fn argument(&mut self, input: ParseStream<'_>, diagnostics: &mut Diagnostics) {
        let Some(argument) = name(input) else { return };
        skip(input);
        let (at, what) = (span(input), found(input));
        let slot = match &*argument.to_string() {
            "reason" => &mut self.reason,
            "until" => &mut self.until,
            unknown => {
                let message = format!(
                    "unknown argument `{unknown}`: `waived!` takes a control, `reason` and `until`{}",
                    meant(unknown, &ARGUMENTS)
                );
                diagnostics.mistake(argument.span(), message);
                skip(input);
                return;
            }
        };
        if slot.is_some() {
            let message = format!("`{argument}` is given twice: remove one of the two");
            diagnostics.mistake(argument.span(), message);
            skip(input);
        } else if let Some(text) = literal(input) {
            let text = StringLiteral::exact(&text);
            check_value(&argument, &text, diagnostics);
            *slot = Some(text);
        } else {
            let message = format!("expected a string literal after `{argument} =`, found {what}");
            let at = if input.is_empty() {
                argument.span()
            } else {
                at
            };
            diagnostics.mistake(at, message);
            skip(input);
        }
    }

    fn waiver(self, diagnostics: &mut Diagnostics) -> Result<Waiver, Option<ControlPath>> {
        let is_fine = diagnostics.is_empty();
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

/// Says what is wrong with the value of an argument, if anything is.
fn check_value(argument: &Ident, text: &StringLiteral, diagnostics: &mut Diagnostics) {
    let value = &*text.value;
    if argument == "reason" && value.trim().is_empty() {
        diagnostics.mistake(
            text.span(),
            "the reason of a waiver is empty: say why nothing satisfies the control",
        );
    }
    if argument == "until" && !is_day(value) {
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
