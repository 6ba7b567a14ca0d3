//! Whether what is printed has colours.

use anstream::ColorChoice;

/// As Cargo does: `CARGO_TERM_COLOR` decides, and if it doesn't, `NO_COLOR` and whether there's a terminal.
pub(crate) fn colour() -> ColorChoice {
    match std::env::var("CARGO_TERM_COLOR").as_deref() {
        Ok("always") => ColorChoice::Always,
        Ok("never") => ColorChoice::Never,
        _ => ColorChoice::Auto,
    }
}

/// The same for what `clap` prints.
pub(crate) fn clap_colour() -> clap::ColorChoice {
    match colour() {
        ColorChoice::Always | ColorChoice::AlwaysAnsi => clap::ColorChoice::Always,
        ColorChoice::Never => clap::ColorChoice::Never,
        ColorChoice::Auto => clap::ColorChoice::Auto,
    }
}
