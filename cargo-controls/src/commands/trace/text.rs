//! A trace for people.

use anstyle::{AnsiColor, Style};
use unicode_width::UnicodeWidthStr;

use super::model::{Claimed, Review, State, Trace, TracedCatalog, TracedControl, TracedWaiver};
use crate::{
    file::SourceSpan,
    show::{
        text::{STRONG, counted, plain, text},
        titles::cut,
        wrap::wrapped,
    },
    sources::CodeItem,
};

/// How many columns of a title are shown.
const TITLE: usize = 60;
/// How wide the longest state is.
const STATE: usize = 23;
/// How wide the words before items are, with the space after them.
const LABEL: usize = 11;
const FAINT: Style = Style::new().dimmed();

/// The controls of each catalog by section, with what is said of them below each. `quiet` leaves out what is in order.
pub(super) fn trace(trace: &Trace<'_>, width: Option<usize>, quiet: bool) -> String {
    let mut lines = Vec::new();
    for catalog in &trace.catalogs {
        if !lines.is_empty() {
            lines.push(String::new());
        }
        lines.push(format!("{STRONG}{}{STRONG:#}", catalog.name));
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
    let longest = titles.iter().map(|title| title.width()).max().unwrap_or(0);
    let room = width.map_or(TITLE, |width| {
        width.saturating_sub(STATE + 4).clamp(16, TITLE)
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
            &format!("{STRONG}{}{STRONG:#}", plain(section.title)),
            width,
            2,
        ));
        for control in controls {
            let title = plain(control.title);
            let title = short.get(&*title).map_or(&*title, |title| title);
            let padding = " ".repeat(title_width.saturating_sub(title.width()));
            let state = control.state();
            let style = style(state);
            lines.push(format!(
                "  {title}{padding}  {style}{}{style:#}",
                state.words()
            ));
            for line in said(control) {
                lines.extend(wrapped(&format!("    {line}"), width, 4 + LABEL));
            }
        }
    }
    lines
}

/// What is said of a control, each on a line.
fn said(control: &TracedControl<'_>) -> impl Iterator<Item = String> {
    let satisfied = control
        .satisfied_by
        .iter()
        .map(|claim| of_claim("satisfied", claim));
    let verified = control
        .verified_by
        .iter()
        .map(|claim| of_claim("verified", claim));
    satisfied
        .chain(verified)
        .chain(control.waivers.iter().map(of_waiver))
}

fn of_claim(label: &str, claim: &Claimed<'_>) -> String {
    let (label, review) = match claim.review {
        Review::None => (label, ""),
        Review::Current(_) => (label, ", reviewed"),
        Review::Outdated(_) => (
            "outdated",
            ", reviewed when the control said something else",
        ),
    };
    format!("{label:<LABEL$}{}{review}", of_item(claim.item))
}

fn of_waiver(TracedWaiver { waiver, is_valid }: &TracedWaiver<'_>) -> String {
    let (label, until) = if *is_valid {
        ("waived", "until")
    } else {
        ("expired", "since")
    };
    format!(
        "{label:<LABEL$}{until} {}: {} {FAINT}{}{FAINT:#}",
        waiver.until,
        plain(&waiver.reason),
        position(&waiver.item.place)
    )
}

/// An item, its place, and what may turn it off.
fn of_item(item: &CodeItem) -> String {
    let cfgs = match &item.cfgs[..] {
        [] => String::new(),
        cfgs => format!(" [{}]", plain(&cfgs.join(", "))),
    };
    format!(
        "{} {FAINT}{}{FAINT:#}{cfgs}",
        plain(&item.path),
        position(&item.place)
    )
}

fn position(place: &SourceSpan) -> String {
    let (line, column) = place.file.position(place.range.start);
    format!("{}:{line}:{column}", place.file.shown)
}

fn total(catalog: &TracedCatalog<'_>) -> String {
    let counts = catalog.counts();
    format!(
        "{} in {}: {} satisfied, {} verified, {} waived, {} with nothing",
        counted(counts.controls, "control"),
        catalog.name,
        counts.satisfied,
        counts.verified,
        counts.waived,
        counts.open
    )
}

fn style(state: State) -> Style {
    let color = match state {
        State::Verified | State::Satisfied => AnsiColor::Green,
        State::OnlyVerified | State::Waived => AnsiColor::Yellow,
        State::Open => AnsiColor::Red,
    };
    color.on_default()
}
