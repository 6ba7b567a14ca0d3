//! The terminal that results are shown on.

use std::{env, io};

use terminal_size::{Width, terminal_size_of};

/// How many columns a line has; `None` where it may be of any length, as in a file.
pub(crate) fn width() -> Option<usize> {
    // Set by a person, as clap and others have it.
    let chosen = env::var("COLUMNS").ok().and_then(|text| text.parse().ok());
    chosen.or_else(|| terminal_size_of(io::stdout()).map(|(Width(columns), _)| columns.into()))
}
