//! The history of a document as a page: one file without scripts that loads nothing.

mod cell;

use controls_document::Kind;

use super::{editions::EditionLabel, follow::Track, groups::Group, model::History};
use crate::{page::mark, show::html::escaped};

const STYLE: &str = include_str!("html/style.css");

/// The command whose page it is.
pub(super) const COMMAND: &str = "history";

/// The page.
pub(super) fn history(history: &History<'_>) -> String {
    let title = history
        .editions
        .iter()
        .rev()
        .find_map(|label| label.title.as_deref())
        .unwrap_or("Controls");
    let title = escaped(&format!("{title}: history"));
    let columns: String = history.editions.iter().map(column).collect();
    let width = history.editions.len() + 1;
    let groups: String = history
        .groups
        .iter()
        .map(|group| body(group, history, width))
        .collect();
    format!(
        "{}\
         <html lang=\"en\">\n\
         <head>\n\
         <meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <title>{title}</title>\n\
         <style>\n{STYLE}</style>\n\
         </head>\n\
         <body>\n\
         <h1>{title}</h1>\n\
         <p>{}</p>\n\
         <div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"The table\">\n\
         <table>\n\
         <thead>\n<tr><th scope=\"col\">Control</th>{columns}</tr>\n</thead>\n\
         {groups}</table>\n\
         </div>\n\
         </body>\n\
         </html>\n",
        mark(COMMAND),
        escaped(&summary(history)),
    )
}

/// How many controls there are, and how many of them were added, were removed, and have other answers, titles or labels.
fn summary(history: &History<'_>) -> String {
    let later = |kind: Kind| {
        let happened = |track: &&Track<'_>| {
            track
                .events
                .iter()
                .any(|event| event.kind == kind && event.edition > 0)
        };
        history.tracks.iter().filter(happened).count()
    };
    let recycled = match later(Kind::Recycled) {
        0 => String::new(),
        count => format!(", {count} with a label that names another control since"),
    };
    format!(
        "Controls: {}. Editions: {}. Since the first edition: {} added, {} removed, {} answered differently, {} retitled{recycled}.",
        history.tracks.len(),
        history.editions.len(),
        later(Kind::Added),
        later(Kind::Removed),
        later(Kind::Answer),
        later(Kind::Retitled),
    )
}

fn column(label: &EditionLabel) -> String {
    let also = label
        .also
        .as_deref()
        .map(|also| format!("<small>{}</small>", escaped(also)))
        .unwrap_or_default();
    format!("<th scope=\"col\">{}{also}</th>", escaped(&label.name))
}

fn body(group: &Group, history: &History<'_>, width: usize) -> String {
    let mut notes = Vec::new();
    if !group.formerly.is_empty() {
        notes.push(format!("before: {}", group.formerly.join(", ")));
    }
    if let Some(label) = group.until.and_then(|until| history.editions.get(until)) {
        notes.push(format!("until {}", label.name));
    }
    let notes: Vec<String> = notes
        .iter()
        .map(|note| format!("<small>{}</small>", escaped(note)))
        .collect();
    let heading = format!(
        "<tr class=\"section\"><th scope=\"rowgroup\" colspan=\"{width}\"><span>{}{}</span></th></tr>\n",
        escaped(&group.title),
        notes.concat()
    );
    let rows: String = group
        .tracks
        .iter()
        .map(|track| lane(&history.tracks[*track], history))
        .collect();
    format!("<tbody>\n{heading}{rows}</tbody>\n")
}

/// A control over all editions.
fn lane(track: &Track<'_>, history: &History<'_>) -> String {
    let cells: String = (0..history.editions.len())
        .map(|edition| cell::cell(track, edition))
        .collect();
    format!(
        "<tr><th scope=\"row\">{}</th>{cells}</tr>\n",
        escaped(&track.named())
    )
}
