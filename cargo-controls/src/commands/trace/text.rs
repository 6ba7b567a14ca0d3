//! A trace for people.

use unicode_width::UnicodeWidthStr;

use crate::{
    show::{
        text::{STRONG, plain, text},
        titles::cut,
        wrap::wrapped,
    },
    traced::{
        model::{State, Trace, TracedCatalog, TracedControl},
        text::{LABEL, of_said, style},
        words::{said, total},
    },
};

/// How many columns of a title are shown.
const TITLE: usize = 60;
/// How wide the longest state is.
const STATE: usize = 23;

/// The controls of each catalog by section, with what is said of them below each. `quiet` leaves out what is in order.
pub(super) fn trace(trace: &Trace<'_>, width: Option<usize>, quiet: bool) -> String {
    let mut lines = Vec::new();
    for catalog in &trace.catalogs {
        if !lines.is_empty() {
            lines.push(String::new());
        }
        let heading = plain(&catalog.heading);
        lines.extend(wrapped(&format!("{STRONG}{heading}{STRONG:#}"), width, 2));
        lines.extend(rows(catalog, width, quiet));
        lines.push(String::new());
        lines.extend(wrapped(&total(catalog), width, 2));
    }
    text(&lines)
}

fn rows(catalog: &TracedCatalog<'_>, width: Option<usize>, quiet: bool) -> Vec<String> {
    let is_shown = |control: &&TracedControl<'_>| {
        !quiet || matches!(control.state(), State::Open | State::OnlyVerified)
    };
    let titles: Vec<String> = catalog
        .controls()
        .map(|control| plain(control.title))
        .collect();
    let labels = catalog
        .controls()
        .map(|control| plain(control.label).width());
    // With the space between a label and its title.
    let label_width = match labels.max().unwrap_or(0) {
        0 => 0,
        widest => widest + 2,
    };
    let longest = titles.iter().map(|title| title.width()).max().unwrap_or(0);
    let room = width.map_or(TITLE, |width| {
        width
            .saturating_sub(STATE + 4 + label_width)
            .clamp(16, TITLE)
    });
    let title_width = longest.min(room);
    let short = cut(titles.iter().map(|title| &**title), title_width);
    let mut lines = Vec::new();
    for section in &catalog.sections {
        let controls: Vec<_> = section.controls.iter().filter(is_shown).collect();
        if controls.is_empty() {
            continue;
        }
        lines.push(String::new());
        lines.extend(wrapped(
            &format!("{STRONG}{}{STRONG:#}", plain(&section.heading())),
            width,
            2,
        ));
        for control in controls {
            let title = plain(control.title);
            let title = short.get(&*title).map_or(&*title, |title| title);
            let label = plain(control.label);
            let after_label = " ".repeat(label_width.saturating_sub(label.width()));
            let padding = " ".repeat(title_width.saturating_sub(title.width()));
            let state = control.state();
            let style = style(state);
            lines.push(format!(
                "  {label}{after_label}{title}{padding}  {style}{}{style:#}",
                state.words()
            ));
            for said in said(control) {
                lines.extend(wrapped(
                    &format!("    {}", of_said(&said)),
                    width,
                    4 + LABEL,
                ));
            }
        }
    }
    lines
}
