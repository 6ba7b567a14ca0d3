//! Writes the body of a definition in the order of its document.

use std::collections::HashMap;

use controls_document::{Change, Comparison, Document};

use super::{
    formerly,
    layout::{Around, Item, List, RowLayout, SectionLayout},
    proposed::Proposed,
    row::{self, Changed, NewValue, Style},
    trivia,
    weave::{Piece, Shape, weave, weave_with},
};
use crate::{Row, Section, print, withdrawal::Withdrawal};

/// What the body is written from.
pub(super) struct Writer<'w> {
    document: &'w Document<'w>,
    comparison: &'w Comparison<'w>,
    names: &'w Proposed,
    list: &'w List<SectionLayout>,
    /// The rows of the text.
    rows: Vec<&'w Item<RowLayout>>,
    /// For each section of the text, how many rows are in those before it.
    before: Vec<usize>,
    /// What changes about the rows of the text.
    changed: HashMap<usize, Changed>,
    /// What sections of the text are said to be under from now on, where that changes.
    groups: HashMap<usize, Option<&'w str>>,
    has_answers: bool,
    style: Style<'w>,
    /// The indentation of the closing bracket, of sections, and of rows.
    indents: [String; 3],
}

impl<'w> Writer<'w> {
    pub(super) fn new(
        text: &'w str,
        document: &'w Document<'w>,
        comparison: &'w Comparison<'w>,
        names: &'w Proposed,
        rows: &[(&Section, &Row)],
        list: &'w List<SectionLayout>,
    ) -> Self {
        let of_list: Vec<_> = list
            .items
            .iter()
            .flat_map(|section| &section.of.rows.items)
            .collect();
        let (indents, unit) = indents(text, list, &of_list);
        let line_end = if text
            .get(list.around.inner.clone())
            .is_some_and(|body| body.contains("\r\n"))
        {
            "\r\n"
        } else {
            "\n"
        };
        let controls = document.controls();
        let titles: Vec<&str> = controls.map(|(_, control)| &*control.title.text).collect();
        let mut edits = changed_rows(comparison);
        withdraw(&mut edits, comparison, rows);
        for (old, former) in formerly::changes(comparison, rows, &titles, &names.rows) {
            edits.entry(old).or_default().formerly = Some(former);
        }
        Writer {
            document,
            comparison,
            names,
            list,
            rows: of_list,
            before: list
                .items
                .iter()
                .scan(0, |rows, section| {
                    let before = *rows;
                    *rows += section.of.rows.items.len();
                    Some(before)
                })
                .collect(),
            changed: edits,
            groups: groups(comparison),
            has_answers: rows.iter().any(|(_, row)| row.answer.is_some()),
            style: Style {
                text,
                line_end,
                unit,
            },
            indents,
        }
    }

    /// The text between the braces of the enum.
    pub(super) fn body(&self) -> String {
        let mut first_row = 0;
        let mut pieces = Vec::with_capacity(self.document.sections.len());
        for (at, section) in self.document.sections.iter().enumerate() {
            let old = self.comparison.old_section(at);
            let old = old.and_then(|old| Some((old, self.list.items.get(old)?)));
            pieces.push(match old {
                Some((old, item)) => Piece::Old {
                    slot: &item.slot,
                    stays: self.comparison.section_keeps_place(at).then_some(old),
                    core: self.section(item, old, section, first_row),
                },
                None => Piece::New {
                    inline: None,
                    block: self.new_section(at, section, first_row),
                },
            });
            first_row += section.controls.len();
        }
        let [close, indent, _] = &self.indents;
        let shape = self.shape(self.list, indent, close, false);
        weave_with(
            &shape,
            &self.list.around,
            &self.list.slots(),
            &pieces,
            &|section| self.left_of(section),
        )
    }

    /// The comments that are left of a section that has gone, each with a line end: those that are no row's, and its own
    /// as well if some of its rows are elsewhere now.
    fn left_of(&self, section: usize) -> String {
        let item = self.list.items.get(section);
        let Some(item) = item.filter(|_| self.comparison.new_section(section).is_none()) else {
            return String::new();
        };
        let SectionLayout { rows, .. } = &item.of;
        let before = self.rows_before(section);
        let mut positions = before..before + rows.items.len();
        let dissolves = positions.any(|row| self.comparison.new_row(row).is_some());
        let Around {
            head, after, tail, ..
        } = &rows.around;
        let own = |part| Some(part).filter(|_| dissolves);
        let of_rows = rows.items.iter().map(|row| Some(&row.slot.free));
        let parts = [own(&item.slot.lead), own(head)].into_iter().chain(of_rows);
        let parts = parts.chain([Some(after), own(tail), own(&item.slot.trail)]);
        let parts = parts.flatten();
        let comments = parts.map(|part| self.part(part.clone()).trim());
        comments
            .filter(|comment| !comment.is_empty())
            .flat_map(|comment| [&*self.indents[1], comment, self.style.line_end])
            .collect()
    }

    fn shape<'s, T>(
        &'s self,
        list: &List<T>,
        indent: &'s str,
        close: &'s str,
        commas: bool,
    ) -> Shape<'s> {
        let Style { text, line_end, .. } = self.style;
        Shape {
            text,
            line_end,
            indent,
            close,
            commas,
            inline: list.is_inline(text) && !list.items.is_empty(),
        }
    }

    /// How many rows of the text are in sections before one.
    fn rows_before(&self, section: usize) -> usize {
        self.before.get(section).copied().unwrap_or_default()
    }

    fn part(&self, range: std::ops::Range<usize>) -> &'w str {
        self.style.text.get(range).unwrap_or_default()
    }

    /// A section that was there, with the rows that it has now.
    fn section(
        &self,
        item: &Item<SectionLayout>,
        old: usize,
        section: &controls_document::Section<'_>,
        first_row: usize,
    ) -> String {
        let SectionLayout { title, rows, .. } = &item.of;
        let before = self.rows_before(old);
        let own = rows.items.iter().find(|row| row.slot.begins_line);
        let own = own.map(|row| trivia::indentation(self.style.text, row.slot.core.start));
        let indent = own.unwrap_or(&self.indents[2]);
        let close = trivia::indentation(self.style.text, title.start);
        let shape = self.shape(rows, indent, close, true);
        let pieces: Vec<Piece<'_>> = section
            .controls
            .iter()
            .zip(first_row..)
            .map(|(_, new)| self.row(new, before, indent))
            .collect();
        let body = weave(&shape, &rows.around, &rows.slots(), &pieces);
        let core = &item.slot.core;
        let heading = self.heading(&item.of, &section.title);
        let front = match self.groups.get(&old) {
            Some(group) => self.grouped(item, *group),
            None => self.part(core.start..title.start).to_owned(),
        };
        format!(
            "{front}{heading}{}{body}{}",
            self.part(title.end..rows.around.inner.start),
            self.part(rows.around.inner.end..core.end)
        )
    }

    /// What is before the title of a section that is said to be under other headings now.
    fn grouped(&self, item: &Item<SectionLayout>, group: Option<&str>) -> String {
        let SectionLayout { title, name, .. } = &item.of;
        let start = item.slot.core.start;
        let parts = |from: usize, text: &str, to: usize| {
            let (before, after) = (self.part(start..from), self.part(to..title.start));
            format!("{before}{text}{after}")
        };
        match (&item.of.group, group) {
            (Some([_, literal]), Some(group)) => {
                parts(literal.start, &print::literal(group), literal.end)
            }
            (Some([attribute, _]), None) => {
                let after = self.part(attribute.end..title.start);
                let blank = after.len() - after.trim_start().len();
                parts(attribute.start, "", attribute.end + blank)
            }
            (None, Some(group)) => {
                let own_line = item.slot.begins_line.then(|| {
                    let indent = trivia::indentation(self.style.text, start);
                    format!("{}{indent}", self.style.line_end)
                });
                let between = own_line.as_deref().unwrap_or(" ");
                let text = format!("{}{between}", print::group(group));
                parts(name.start, &text, name.start)
            }
            (None, None) => parts(title.start, "", title.start),
        }
    }

    /// The literal of a heading, as it is if it says the same.
    fn heading(&self, old: &SectionLayout, title: &str) -> String {
        if old.says == title {
            self.part(old.title.clone()).to_owned()
        } else {
            print::literal(title)
        }
    }

    /// A row of the document: one that was there, wherever it was, or a new one. `before` rows of the text are in
    /// sections before this one.
    fn row(&self, new: usize, before: usize, indent: &str) -> Piece<'w> {
        let old = self.comparison.old_row(new);
        let Some((old, item)) = old.and_then(|old| Some((old, *self.rows.get(old)?))) else {
            let (attribute, head, fields) = self.new_row(new);
            let is_inline = fields.is_empty() && attribute.is_none();
            let inline = is_inline.then(|| head.clone());
            let block = row::new_block(&head, &fields, indent, &self.style);
            let block = match attribute {
                Some(attribute) => format!("{attribute}{}{indent}{block}", self.style.line_end),
                None => block,
            };
            return Piece::New { inline, block };
        };
        let core = match self.changed.get(&old) {
            Some(changed) => row::changed(item, changed, &self.style),
            None => self.part(item.slot.core.clone()).to_owned(),
        };
        let stays = self
            .comparison
            .row_keeps_place(new)
            .then(|| old.saturating_sub(before));
        Piece::Old {
            slot: &item.slot,
            stays,
            core,
        }
    }

    /// The attribute of a new row, what is before its braces, and its fields.
    fn new_row(&self, new: usize) -> (Option<String>, String, Vec<String>) {
        let name = self.names.rows.get(new).and_then(Option::as_deref);
        let rows = &self.comparison.new_outline().rows;
        let Some(row) = rows.get(new) else {
            return (None, String::new(), Vec::new());
        };
        let name = name.unwrap_or_default();
        let head = print::head(name, row, self.has_answers);
        let fields = print::fields(name, row).collect();
        (print::deprecated(row), head, fields)
    }

    /// A section that wasn't there. Some of its rows may have been, in others.
    fn new_section(
        &self,
        at: usize,
        section: &controls_document::Section<'_>,
        first_row: usize,
    ) -> String {
        let name = self
            .names
            .sections
            .get(at)
            .and_then(Option::as_deref)
            .unwrap_or_default();
        let [_, close, indent] = &self.indents;
        let Style { text, line_end, .. } = self.style;
        let shape = Shape {
            text,
            line_end,
            indent,
            close,
            commas: true,
            inline: false,
        };
        let nothing = Around {
            inner: 0..0,
            head: 0..0,
            after: 0..0,
            tail: 0..0,
        };
        let pieces: Vec<Piece<'_>> = section
            .controls
            .iter()
            .zip(first_row..)
            .map(|(_, new)| self.row(new, 0, indent))
            .collect();
        let mut body = weave(&shape, &nothing, &[], &pieces);
        if !body.ends_with(&**close) || !body.trim_end_matches([' ', '\t']).ends_with('\n') {
            body.push_str(line_end);
            body.push_str(close);
        }
        let group = self.names.groups.get(at).and_then(Option::as_deref);
        let group = group.map(|group| format!("{}{line_end}{close}", print::group(group)));
        let group = group.unwrap_or_default();
        format!(
            "{group}{name} = {} {{{body}}}",
            print::literal(&section.title)
        )
    }
}

/// The indentation of the closing bracket, of sections and of rows, and one step of it.
fn indents<'t>(
    text: &'t str,
    list: &List<SectionLayout>,
    rows: &[&Item<RowLayout>],
) -> ([String; 3], &'t str) {
    let close = trivia::indentation(text, list.around.inner.end);
    let section = list.items.iter().find(|item| item.slot.begins_line);
    let section = section.map(|item| trivia::indentation(text, item.slot.core.start));
    let row = rows.iter().find(|item| item.slot.begins_line);
    let row = row.map(|item| trivia::indentation(text, item.slot.core.start));
    let step = |inner: Option<&'t str>, outer: &str| {
        inner
            .and_then(|inner| inner.strip_prefix(outer))
            .filter(|step| !step.is_empty())
    };
    let unit = step(row, section.unwrap_or(close)).or_else(|| step(section, close));
    let unit = unit.unwrap_or(if close.contains('\t') { "\t" } else { "    " });
    let section = section.map_or_else(|| format!("{close}{unit}"), str::to_owned);
    let row = row.map_or_else(|| format!("{section}{unit}"), str::to_owned);
    ([close.to_owned(), section, row], unit)
}

/// What sections are under from now on, where that changes.
fn groups<'w>(comparison: &'w Comparison<'_>) -> HashMap<usize, Option<&'w str>> {
    let changes = comparison.changes().iter();
    let groups = changes.filter_map(|change| match change {
        Change::SectionMoved { old_section, .. } => {
            Some((*old_section, comparison.facts(change)?.new))
        }
        _ => None,
    });
    groups.collect()
}

/// Keeps `#[deprecated]` in step with what the document has withdrawn, of which new notes tell.
fn withdraw(
    edits: &mut HashMap<usize, Changed>,
    comparison: &Comparison<'_>,
    rows: &[(&Section, &Row)],
) {
    for change in comparison.changes() {
        if let Change::Notes { old, new } = *change
            && let Some(is) = comparison.new_outline().rows.get(new)
            && let Some((_, row)) = rows.get(old)
        {
            edits.entry(old).or_default().withdrawal = Withdrawal::of(row, is);
        }
    }
}

/// What changes about rows, their former titles aside.
fn changed_rows(comparison: &Comparison<'_>) -> HashMap<usize, Changed> {
    let (was, is) = (
        &comparison.old_outline().rows,
        &comparison.new_outline().rows,
    );
    let mut all: HashMap<usize, Changed> = HashMap::new();
    for change in comparison.changes() {
        // What is in another place is written there as it is.
        if let Change::Moved { .. } | Change::Order { .. } = change {
            continue;
        }
        let Some((old, new)) = change.pair() else {
            continue;
        };
        let (Some(was), Some(is)) = (was.get(old), is.get(new)) else {
            continue;
        };
        let changed = all.entry(old).or_default();
        let mut field = |name: &str, was: &str, is: &str| {
            let value = match (was, is) {
                ("", "") => return,
                (_, "") => NewValue::None,
                _ => NewValue::Literal(print::literal(is)),
            };
            changed.fields.push((name.to_owned(), value));
        };
        match change {
            Change::Retitled { .. } => changed.title = Some(print::literal(is.title)),
            Change::Answer { .. } => changed.answer = is.answer.map(print::answer),
            Change::Label { .. } | Change::Recycled { .. } => field("label", was.label, is.label),
            Change::Notes { .. } => field("notes", was.notes, is.notes),
            Change::Documentation { .. } => {
                field("documentation", was.documentation, is.documentation);
            }
            Change::Property { name, .. } => {
                let of = |row: &controls_document::Row<'_>| row.property(name).to_owned();
                field(&print::literal(name), &of(was), &of(is));
            }
            _ => {}
        }
    }
    all
}
