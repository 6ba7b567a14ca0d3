//! Documents in which a control is a heading, and what is said of it is under that.

use std::{
    collections::{BTreeMap, HashMap, HashSet},
    sync::Arc,
};

use crate::{
    Cell, Control, Headings, Place, Property, ReadError, Remark, Text, UnreadHeading,
    answer::Said,
    headings,
    labelled::{Extent, Under},
    lexicon::Meanings,
    lines::Line,
    numbered::numbered,
    place::width,
    plain::plain,
};

/// The controls that are headings, the headings above them, and what isn't read.
#[derive(Debug, Default)]
pub(crate) struct HeadingControls<'a> {
    pub(crate) pieces: Vec<Piece<'a>>,
    pub(crate) remarks: Vec<Remark>,
    /// The headings of the level of controls that aren't any.
    pub(crate) unread: Vec<UnreadHeading>,
    /// The lines that something was read from.
    pub(crate) read: HashSet<u32>,
    /// How many headings there are of each level that occurs.
    pub(crate) levels: BTreeMap<u8, usize>,
}

/// A heading, or a control that is one.
#[derive(Debug)]
pub(crate) enum Piece<'a> {
    Heading(headings::FoundHeading<'a>),
    Control(Control<'a>),
}

/// Finds the controls among the headings, which are in these lines. `raw` has the same lines as they are in the document.
///
/// # Errors
///
/// When an answer is blank, and the binding doesn't say what that means.
pub(crate) fn heading_controls<'a>(
    lines: &[Line<'a>],
    raw: &[&'a str],
    headings: Vec<headings::FoundHeading<'a>>,
    binding: &Headings,
) -> Result<HeadingControls<'a>, ReadError> {
    let found = with_indices(lines, headings);
    let of_level = found
        .iter()
        .filter(|(_, found)| found.level == binding.level);
    let candidates = of_level.clone().count();
    let numbers = of_level.filter(|(_, found)| numbered(&found.title).is_some());
    // A number at the front of one title among many is part of that title.
    let finder = Finder::new(binding, numbers.count() * 2 > candidates);
    let mut out = HeadingControls::default();
    for (_, heading) in &found {
        *out.levels.entry(heading.level).or_default() += 1;
    }
    // The titles of the controls with a label.
    let mut labels: HashMap<String, String> = HashMap::new();
    // The words that headings have after the label of an earlier control.
    let mut words: HashMap<String, Vec<Remark>> = HashMap::new();
    // What is under the headings that are controls, and under those that aren't.
    let (mut answered, mut unanswered) = (Vec::new(), Vec::new());
    let mut rest = found.into_iter().peekable();
    while let Some((at, heading)) = rest.next() {
        if heading.level < binding.level {
            out.pieces.push(Piece::Heading(heading));
            continue;
        }
        if heading.level > binding.level {
            out.remarks.extend(finder.too_deep(&heading, ""));
            continue;
        }
        let above = numbered(&heading.title).map_or("", |(label, _)| label);
        // What is under deeper headings belongs to the control.
        while let Some((_, deeper)) = rest.next_if(|(_, next)| next.level > binding.level) {
            out.remarks.extend(finder.too_deep(&deeper, above));
        }
        let end = rest.peek().map_or(lines.len(), |(next, _)| *next);
        let first = at + heading.lines;
        let under = Under {
            lines: &lines[first..end],
            raw: raw.get(first..end).unwrap_or_default(),
            names: &finder.all,
        };
        let place = heading.place;
        match finder.control(heading, under)? {
            // Where nothing is answered, neither is it there.
            Verdict::Control(control)
                if binding.answer.is_empty() && sets_up(&control, &labels) =>
            {
                out.remarks.push(Remark {
                    place,
                    message: format!(
                        "this heading isn't read as a control: it begins with the label of an earlier one, `{}`",
                        control.label.as_ref().map_or("", |label| &label.text)
                    ),
                });
            }
            Verdict::Control(control) => {
                let label = control.label.as_ref();
                labels.extend(
                    label.map(|label| (label.text.to_string(), control.title.text.to_string())),
                );
                out.read.extend(lines_of(&control));
                out.remarks.extend(finder.repeated(under));
                out.pieces.push(Piece::Control(control));
                answered.push(under);
            }
            Verdict::Other {
                numbered,
                why,
                title,
            } => {
                out.unread
                    .push(finder.unread(numbered.as_ref(), title, place, &why));
                unanswered.push(under);
                let remark = Remark {
                    place,
                    message: format!("this heading isn't read as a control: {why}"),
                };
                // How to set up a control that has been read may be under a heading that begins with its label.
                match numbered.and_then(|(label, rest)| Some((labels.get(&label)?, rest))) {
                    Some((title, rest)) if rest == *title => {}
                    Some((_, word)) if !word.contains(' ') => {
                        words.entry(word).or_default().push(remark);
                    }
                    _ => out.remarks.push(remark),
                }
            }
        }
    }
    finder.respell(&mut out.unread, &unanswered, &answered);
    // A word that follows one label alone is no way in which the document says how to set controls up.
    let alone = words.into_values().filter(|remarks| remarks.len() == 1);
    out.remarks.extend(alone.flatten());
    let all = Under {
        lines,
        raw,
        names: &finder.all,
    };
    let unread = all.named(&finder.names.answer);
    let unread = unread.filter(|(_, value)| !out.read.contains(&value.place().line));
    out.remarks.extend(unread.map(|(place, _)| {
        Remark {
            place,
            message:
                "this answer isn't read: the heading above it has another one, or isn't a control"
                    .to_owned(),
        }
    }));
    Ok(out)
}

/// Whether a heading has the label of an earlier control and one other word, as in `MS.AAD.1.1v1 Instructions`.
fn sets_up(control: &Control<'_>, labels: &HashMap<String, String>) -> bool {
    let label = control.label.as_ref();
    let title = &*control.title.text;
    label
        .and_then(|label| labels.get(&*label.text))
        .is_some_and(|earlier| earlier != title && !title.contains(' '))
}

/// The lines that the cells of a control are in.
fn lines_of(control: &Control<'_>) -> impl Iterator<Item = u32> {
    let cells = [&control.answer, &control.notes, &control.documentation];
    let properties = control.properties.iter().map(|property| &property.cell);
    let cells = cells.into_iter().chain(properties);
    cells.map(|cell| cell.place().line)
}

fn all_plain(names: &[String]) -> Vec<String> {
    names.iter().map(|name| plain(name).into_owned()).collect()
}

/// The headings with the indices of their lines. What is bold is part of what a control says.
fn with_indices<'a>(
    lines: &[Line<'a>],
    headings: Vec<headings::FoundHeading<'a>>,
) -> Vec<(usize, headings::FoundHeading<'a>)> {
    let first = lines.first().map_or(1, |line| line.number);
    let index = |line: u32| usize::try_from(line.saturating_sub(first)).unwrap_or(usize::MAX);
    headings
        .into_iter()
        .filter(|found| found.level < headings::BOLD)
        .map(|found| (index(found.place.line), found))
        .collect()
}

/// What a heading is.
enum Verdict<'a> {
    Control(Control<'a>),
    Other {
        /// Its number or code, and what follows that.
        numbered: Option<(String, String)>,
        title: String,
        why: String,
    },
}

struct Finder<'b> {
    binding: &'b Headings,
    /// The names of the binding as plain text, as they're looked for.
    names: Headings,
    /// All of them.
    all: Vec<String>,
    meanings: Option<Meanings>,
    also: Vec<Arc<str>>,
    is_numbered: bool,
}

impl<'b> Finder<'b> {
    fn new(binding: &'b Headings, is_numbered: bool) -> Self {
        let names = Headings {
            answer: all_plain(&binding.answer),
            notes: all_plain(&binding.notes),
            documentation: all_plain(&binding.documentation),
            also: all_plain(&binding.also),
            ..Headings::default()
        };
        let Headings {
            answer,
            notes,
            documentation,
            also,
            ..
        } = &names;
        Finder {
            binding,
            all: [answer, notes, documentation, also]
                .into_iter()
                .flatten()
                .cloned()
                .collect(),
            names,
            meanings: (!binding.answer.is_empty()).then(|| Meanings::new(&binding.words)),
            also: binding.also.iter().map(|name| Arc::from(&**name)).collect(),
            is_numbered,
        }
    }

    /// A heading that isn't read as a control.
    fn unread(
        &self,
        numbered: Option<&(String, String)>,
        title: String,
        place: Place,
        why: &str,
    ) -> UnreadHeading {
        let (label, title) = match numbered.cloned() {
            Some((label, rest)) => (Some(label), rest),
            None => (None, title),
        };
        UnreadHeading {
            label,
            title,
            place,
            why: why.to_owned(),
            spellings: self.binding.answer.clone(),
        }
    }

    /// Adds how the answer may be called under each heading that isn't read, `unanswered`: the first name of what is said there
    /// that is bound to nothing, and isn't among what is said of the controls, `answered`.
    fn respell(
        &self,
        unread: &mut [UnreadHeading],
        unanswered: &[Under<'_, '_>],
        answered: &[Under<'_, '_>],
    ) {
        if unread.is_empty() || self.binding.answer.is_empty() {
            return;
        }
        let known: HashSet<String> = answered
            .iter()
            .flat_map(|under| under.all_names())
            .collect();
        for (heading, under) in unread.iter_mut().zip(unanswered) {
            let is_new = |name: &String| !known.contains(name) && !self.all.contains(name);
            heading.spellings.extend(under.all_names().find(is_new));
        }
    }

    /// What to say of a heading below the level of controls, if it's numbered as they are, and not as a part of the one above.
    fn too_deep(&self, heading: &headings::FoundHeading<'_>, above: &str) -> Option<Remark> {
        let (label, _) = numbered(&heading.title).filter(|_| self.is_numbered)?;
        let is_control = self.binding.answer.is_empty() && !label.starts_with(above);
        is_control.then(|| Remark {
            place: heading.place,
            message: format!(
                "this heading isn't read as a control: its level is {}",
                heading.level
            ),
        })
    }

    /// What is said of a control a second time under one name, and isn't read.
    fn repeated(&self, under: Under<'_, '_>) -> Vec<Remark> {
        let lists = [&self.names.notes, &self.names.documentation]
            .into_iter()
            .map(Vec::as_slice)
            .chain(self.names.also.iter().map(std::slice::from_ref));
        let places = lists.flat_map(|names| under.named(names).skip(1).map(|(place, _)| place));
        places
            .map(|place| Remark {
                place,
                message: "this isn't read: the same name is above it, under one heading".to_owned(),
            })
            .collect()
    }

    fn control<'a>(
        &self,
        heading: headings::FoundHeading<'a>,
        under: Under<'_, 'a>,
    ) -> Result<Verdict<'a>, ReadError> {
        let headings::FoundHeading { title, place, .. } = heading;
        let parts = numbered(&title).filter(|_| self.is_numbered);
        let parts = parts.map(|(label, rest)| (label.to_owned(), rest.to_owned()));
        let other = |why: String| {
            Ok(Verdict::Other {
                numbered: parts.clone(),
                title: title.to_string(),
                why,
            })
        };
        let binding = self.binding;
        let mut control = Control::empty(Place {
            column: place.column + place.width,
            width: 0,
            ..place
        });
        match (
            under.value(&self.names.answer, Extent::Paragraph),
            binding.answer.first(),
        ) {
            (Some(answer), _) => control.answer = answer,
            (None, Some(name)) => {
                return other(format!(
                    "no line under it begins with `{name}:`, and no table under it has that column or row"
                ));
            }
            (None, None) if self.is_numbered && parts.is_none() => {
                return other("most others begin with a number or code".to_owned());
            }
            (None, None) => {}
        }
        if let Some((label, rest)) = parts {
            control.label = Some(Cell::new(
                Text::of(label.clone().into()),
                Place {
                    width: width(&label),
                    ..place
                },
            ));
            control.title = if rest.is_empty() {
                under.sentence().unwrap_or_else(|| Cell::new(title, place))
            } else {
                let of_rest = Place {
                    column: (place.column + place.width).saturating_sub(width(&rest)),
                    width: width(&rest),
                    ..place
                };
                Cell::new(Text::of(rest.into()), of_rest)
            };
        } else {
            control.title = Cell::new(title, place);
        }
        if let Some(meanings) = &self.meanings {
            let text = &*control.answer.text;
            control.said = match meanings.word(text) {
                Some(word) => Said::Word(word),
                None if text.is_empty() => {
                    return Err(ReadError::Blank {
                        title: control.title.text.to_string(),
                        place: control.title.place(),
                    });
                }
                None => Said::Text,
            };
        }
        if let Some(notes) = under.value(&self.names.notes, Extent::Block) {
            control.notes = notes;
        }
        if let Some(documentation) = under.value(&self.names.documentation, Extent::Block) {
            control.documentation = documentation;
        }
        for (name, plain) in self.also.iter().zip(&self.names.also) {
            if let Some(cell) = under.value(std::slice::from_ref(plain), Extent::Block) {
                let name = Arc::clone(name);
                control.properties.push(Property { name, cell });
            }
        }
        Ok(Verdict::Control(control))
    }
}
