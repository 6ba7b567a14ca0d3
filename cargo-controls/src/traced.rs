//! What code does for controls, before a command shows it: evidence, waivers, and what has become of them.

pub(crate) mod json;
pub(crate) mod model;
pub(crate) mod run;
pub(crate) mod sources;
pub(crate) mod text;
pub(crate) mod words;

use jiff::{Timestamp, civil::Date, tz::Offset};

/// The day that waivers are compared with, everywhere the same.
pub(crate) fn today() -> Date {
    Offset::UTC.to_datetime(Timestamp::now()).date()
}
