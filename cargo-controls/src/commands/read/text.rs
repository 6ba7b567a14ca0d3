//! What is read of a document, for people.

use annotate_snippets::normalize_untrusted_str;
use controls_document::{Control, Document, Section, heading_path};
use controls_dsl::Source;
use unicode_width::UnicodeWidthStr;

use crate::show::text::{STRONG, counted, remarks, text};

/// Titles that are longer than this don't push the answers of a section to the right.
const LONGEST_TITLE: usize = 60;

/// A document: title and date, the sections with their rows, the remarks.
pub(super) fn reading(source: &Source, document: &Document<'_>) -> String {
    let mut lines: Vec<String> = document
        .title
        .iter()
        .map(|title| format!("{STRONG}{}{STRONG:#}", shown(title)))
        .collect();
    let (controls, sections) = (document.count(), document.sections.len());
    let mut facts = vec![format!(
        "{} in {}",
        counted(controls, "control"),
        counted(sections, "section")
    )];
    facts.extend(
        document
            .date
            .iter()
            .map(|date| format!("as of {}", shown(date))),
    );
    lines.push(format!("{}: {}", source.path, facts.join(", ")));
    for section in &document.sections {
        of_section(section, document, &mut lines);
    }
    if !document.remarks.is_empty() {
        lines.extend([String::new(), counted(document.remarks.len(), "remark")]);
        lines.extend(remarks(&source.path, &document.remarks));
    }
    text(&lines)
}

fn of_section(section: &Section<'_>, document: &Document<'_>, lines: &mut Vec<String>) {
    let outer = section
        .groups
        .iter()
        .filter_map(|at| document.headings.get(*at));
    let mut path: Vec<String> = outer.map(|heading| shown(&heading.title)).collect();
    path.push(format!("{STRONG}{}{STRONG:#}", shown(&section.title)));
    lines.extend([
        String::new(),
        format!("{} (line {})", heading_path(path), section.place.line),
    ]);
    let titles = section
        .controls
        .iter()
        .map(|control| shown(&control.title.text).width());
    let widths = Widths {
        place: section
            .controls
            .iter()
            .map(|control| place(control).len())
            .max()
            .unwrap_or(0),
        label: section
            .controls
            .iter()
            .map(|control| label(control).width())
            .max()
            .unwrap_or(0),
        title: titles
            .filter(|width| *width <= LONGEST_TITLE)
            .max()
            .unwrap_or(0),
    };
    for control in &section.controls {
        row(control, &widths, lines);
    }
}

/// How wide the columns of a section are.
struct Widths {
    place: usize,
    /// 0 where no control has a label.
    label: usize,
    title: usize,
}

fn row(control: &Control<'_>, widths: &Widths, lines: &mut Vec<String>) {
    let title = shown(&control.title.text);
    let padding = " ".repeat(widths.title.saturating_sub(title.width()));
    let width = widths.place;
    let label = match widths.label {
        0 => String::new(),
        room => {
            let label = label(control);
            format!(
                "{label}{}  ",
                " ".repeat(room.saturating_sub(label.width()))
            )
        }
    };
    let line = format!(
        "  {:<width$}  {label}{title}{padding}  {}",
        place(control),
        answer(control)
    );
    lines.push(line.trim_end().to_owned());
    let properties = control.properties.iter();
    let properties = properties.map(|property| (&*property.name, &property.cell));
    let texts = [
        ("notes", &control.notes),
        ("documentation", &control.documentation),
    ];
    for (name, cell) in texts.into_iter().chain(properties) {
        if !cell.text.is_empty() {
            let name = shown(name);
            lines.push(format!("  {:width$}    {name}: {}", "", shown(&cell.text)));
        }
    }
}

fn label(control: &Control<'_>) -> String {
    control
        .label
        .as_ref()
        .map_or_else(String::new, |label| shown(&label.text))
}

fn place(control: &Control<'_>) -> String {
    format!(
        "{}:{}",
        control.title.place().line,
        control.title.place().column
    )
}

/// The answer as written, and what it means where that's another word.
fn answer(control: &Control<'_>) -> String {
    let written = shown(&control.answer.text);
    let Some(meant) = control.answer().map(|answer| answer.to_string()) else {
        return String::new();
    };
    if written.is_empty() && meant.is_empty() {
        "(no answer)".to_owned()
    } else if written.is_empty() {
        format!("(blank: {meant})")
    } else if written == shown(&meant) {
        written
    } else {
        format!("{written} ({meant})")
    }
}

/// A text of the document on one line, without what a terminal would take as an order.
fn shown(text: &str) -> String {
    normalize_untrusted_str(text)
}
