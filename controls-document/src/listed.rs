//! Several names as one phrase.

use std::borrow::Borrow;

/// `a, b and c`.
pub(crate) fn listed<S: Borrow<str>>(names: &[S]) -> String {
    match names {
        [first @ .., last] if !first.is_empty() => {
            format!("{} and {}", first.join(", "), last.borrow())
        }
        names => names.concat(),
    }
}
