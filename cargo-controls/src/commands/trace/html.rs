//! A trace as a page: one file without scripts that loads nothing.

use askama::Template;

use crate::{
    page::mark,
    show::{alert::Location, html::visible, source_url::SourceUrl},
    traced::{
        model::{State, Trace, TracedCatalog, TracedControl, TracedSection},
        words::{Said, said, total},
    },
};

/// The command whose page it is.
pub(super) const COMMAND: &str = "trace";

/// The page. The template escapes all that is put into it.
#[derive(Template)]
#[template(path = "trace.html")]
struct Page {
    mark: String,
    today: String,
    states: Vec<State>,
    catalogs: Vec<CatalogView>,
}

struct CatalogView {
    name: String,
    total: String,
    sections: Vec<SectionView>,
}

struct SectionView {
    title: String,
    controls: Vec<ControlView>,
}

struct ControlView {
    path: String,
    title: String,
    state: State,
    said: Vec<SaidView>,
}

struct SaidView {
    label: &'static str,
    text: String,
    is_code: bool,
    place: String,
    url: Option<String>,
    cfgs: Vec<String>,
    note: String,
}

/// The page.
pub(super) fn trace(trace: &Trace<'_>, url: Option<&SourceUrl>) -> Result<String, String> {
    let is_withdrawn = trace
        .controls()
        .any(|control| control.state() == State::Withdrawn);
    let states = State::ALL.into_iter();
    let states = states.filter(|state| *state != State::Withdrawn || is_withdrawn);
    let page = Page {
        mark: mark(COMMAND),
        today: trace.today.to_string(),
        states: states.collect(),
        catalogs: trace
            .catalogs
            .iter()
            .map(|catalog| CatalogView::of(catalog, url))
            .collect(),
    };
    page.render()
        .map_err(|error| format!("the page can't be made: {error}"))
}

impl CatalogView {
    fn of(catalog: &TracedCatalog<'_>, url: Option<&SourceUrl>) -> Self {
        let section = |section: &TracedSection<'_>| SectionView {
            title: visible(&section.heading()),
            controls: section
                .controls
                .iter()
                .map(|control| ControlView::of(control, url))
                .collect(),
        };
        CatalogView {
            name: visible(&catalog.heading),
            total: visible(&total(catalog)),
            sections: catalog.sections.iter().map(section).collect(),
        }
    }
}

impl ControlView {
    fn of(control: &TracedControl<'_>, url: Option<&SourceUrl>) -> Self {
        ControlView {
            path: visible(&control.path()),
            title: visible(&control.named()),
            state: control.state(),
            said: said(control)
                .iter()
                .map(|said| SaidView::of(said, url))
                .collect(),
        }
    }
}

impl SaidView {
    fn of(said: &Said<'_>, url: Option<&SourceUrl>) -> Self {
        let at = Location::in_source(&said.item.place);
        SaidView {
            label: said.label,
            text: visible(said.waiver.as_deref().unwrap_or(&said.item.path)),
            is_code: said.waiver.is_none(),
            place: visible(&format!("{}:{}", at.file, at.line)),
            url: url.and_then(|url| url.of(&at)),
            cfgs: said.item.cfgs.iter().map(|cfg| visible(cfg)).collect(),
            note: visible(&said.note),
        }
    }
}
