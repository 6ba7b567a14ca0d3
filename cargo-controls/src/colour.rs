//! Whether what is printed has colours.

use anstream::ColorChoice;

use crate::args::When;

/// Decides it for all that is printed from now on, as Cargo does: by `--color`, then by `CARGO_TERM_COLOR`, and if
/// neither says, by `NO_COLOR` and by whether there's a terminal.
pub(crate) fn decide(color: Option<When>) {
    let choice = match (color, std::env::var("CARGO_TERM_COLOR").as_deref()) {
        (Some(When::Always), _) | (None, Ok("always")) => ColorChoice::Always,
        (Some(When::Never), _) | (None, Ok("never")) => ColorChoice::Never,
        _ => ColorChoice::Auto,
    };
    choice.write_global();
}

/// The same for what `clap` prints.
pub(crate) fn of_clap() -> clap::ColorChoice {
    match ColorChoice::global() {
        ColorChoice::Always | ColorChoice::AlwaysAnsi => clap::ColorChoice::Always,
        ColorChoice::Never => clap::ColorChoice::Never,
        ColorChoice::Auto => clap::ColorChoice::Auto,
    }
}
