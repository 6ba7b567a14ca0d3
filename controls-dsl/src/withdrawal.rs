//! What becomes of the `#[deprecated]` of a row whose document withdraws its control, or has it in force again.

use controls_document::become_of;

use crate::{Row, print};

/// What is to be done about the attribute.
pub(crate) enum Withdrawal {
    /// The row gets it.
    Add(String),
    /// It says something else from now on.
    Replace(String),
    /// The control is in force again.
    Remove,
}

impl Withdrawal {
    /// What is to be done where the notes of a row change. An attribute in other words than those of its notes is somebody's
    /// own.
    pub(crate) fn of(row: &Row, is: &controls_document::Row<'_>) -> Option<Withdrawal> {
        is.given?;
        let wanted = print::deprecated(is);
        if !row.is_deprecated() {
            return wanted.map(Withdrawal::Add);
        }
        let notes = row.notes().map_or("", |notes| &notes.value);
        let said = row.deprecation()?;
        if become_of(notes)? != said {
            return None;
        }
        match wanted {
            None => Some(Withdrawal::Remove),
            Some(wanted) if wanted == print::deprecation(&said) => None,
            Some(wanted) => Some(Withdrawal::Replace(wanted)),
        }
    }
}
