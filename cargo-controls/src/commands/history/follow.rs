//! Follows controls from edition to edition.

use std::collections::{HashMap, HashSet};

use controls_document::{Answer, Change, Control, Document, Kind, Row, Section, compare, folded};

/// A control over all editions.
pub(crate) struct Track {
    /// What it was called last.
    pub(crate) title: String,
    /// The section in which it stood last.
    pub(crate) section: String,
    /// Where it stood last: the edition, the section there, and the row among all rows there.
    pub(crate) last: (usize, usize, usize),
    /// For each edition, the answer, if the edition has the control.
    pub(crate) answers: Vec<Option<OwnedAnswer>>,
    /// What happened to it, in order. Its first event is that it came.
    pub(crate) events: Vec<Event>,
    state: State,
}

/// An answer without its document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum OwnedAnswer {
    Yes,
    No,
    NotApplicable,
    Unanswered,
    Qualified(String),
}

/// Something that happened to a control.
pub(crate) struct Event {
    /// The index of the edition in which it shows.
    pub(crate) edition: usize,
    /// What sort of thing.
    pub(crate) kind: Kind,
    /// What has changed, as it was before.
    pub(crate) old: Option<String>,
    /// What has changed, as it is since.
    pub(crate) new: Option<String>,
    /// False where it's a guess that this is the same control.
    pub(crate) certain: bool,
    /// Whether the section stayed the same one, and only its heading changed.
    pub(crate) is_rename: bool,
}

/// What an edition says of a control, white space folded.
struct State {
    label: String,
    title: String,
    section: String,
    answer: OwnedAnswer,
    notes: String,
    documentation: String,
    /// What further columns say, by their headings.
    properties: Vec<(String, String)>,
}

impl State {
    fn of(section: &Section<'_>, control: &Control<'_>, row: &Row<'_>) -> State {
        let fold = |text: &str| folded(text).into_owned();
        let properties = row.properties.iter();
        State {
            label: fold(row.label),
            title: fold(&control.title.text),
            section: fold(&section.title),
            answer: match control.answer() {
                Some(Answer::Yes) => OwnedAnswer::Yes,
                Some(Answer::No) => OwnedAnswer::No,
                Some(Answer::NotApplicable) => OwnedAnswer::NotApplicable,
                Some(Answer::Unanswered) | None => OwnedAnswer::Unanswered,
                Some(Answer::Qualified(text)) => OwnedAnswer::Qualified(fold(text)),
            },
            notes: fold(&control.notes.text),
            documentation: fold(&control.documentation.text),
            properties: properties
                .map(|(heading, text)| (fold(heading), fold(text)))
                .collect(),
        }
    }
}

impl OwnedAnswer {
    /// The answer as `diff` writes it.
    pub(crate) fn text(&self) -> &str {
        match self {
            OwnedAnswer::Yes => "Yes",
            OwnedAnswer::No => "No",
            OwnedAnswer::NotApplicable => "N/A",
            OwnedAnswer::Unanswered => "Unanswered",
            OwnedAnswer::Qualified(text) => text,
        }
    }
}

/// All controls of some editions, in the order in which they came.
///
/// A control of one edition is that of the one before which `diff` takes for the same. One that was removed in an earlier
/// edition and comes back under the same title is the same one as well.
pub(super) fn tracks(documents: &[Document<'_>]) -> Vec<Track> {
    let mut follow = Follow {
        editions: documents.len(),
        tracks: Vec::new(),
        present: Vec::new(),
    };
    for (edition, document) in documents.iter().enumerate() {
        follow.edition(
            edition,
            edition
                .checked_sub(1)
                .and_then(|before| documents.get(before)),
            document,
        );
    }
    follow.tracks
}

struct Follow {
    editions: usize,
    tracks: Vec<Track>,
    /// The tracks of the rows of the last edition.
    present: Vec<usize>,
}

impl Follow {
    fn edition(&mut self, edition: usize, before: Option<&Document<'_>>, document: &Document<'_>) {
        let before = before.map(Document::outline).unwrap_or_default();
        let comparison = compare(before, document.outline());
        let (mut guessed, mut moved) = (HashSet::new(), HashSet::new());
        let mut recycled = HashSet::new();
        for change in comparison.changes() {
            match *change {
                Change::Removed { old, .. } => {
                    let track = &mut self.tracks[self.present[old]];
                    track.events.push(Event {
                        old: Some(track.title.clone()),
                        ..Event::new(edition, Kind::Removed)
                    });
                }
                Change::Recycled {
                    old, moved: None, ..
                } => {
                    let label = comparison.old_outline().rows.get(old);
                    let track = &mut self.tracks[self.present[old]];
                    track.events.push(Event {
                        old: label.map(|row| row.label.to_owned()),
                        ..Event::new(edition, Kind::Recycled)
                    });
                }
                Change::Recycled {
                    moved: Some(new), ..
                } => {
                    recycled.insert(new);
                }
                Change::Retitled {
                    new,
                    certain: false,
                    ..
                } => {
                    guessed.insert(new);
                }
                Change::Moved { new, .. } => {
                    moved.insert(new);
                }
                _ => {}
            }
        }
        let mut absent = Absent::of(&self.tracks, &self.present);
        let mut present = Vec::with_capacity(document.count());
        let sections = document
            .sections
            .iter()
            .enumerate()
            .flat_map(|(at, section)| {
                section
                    .controls
                    .iter()
                    .map(move |control| (at, section, control))
            });
        let outline = comparison.new_outline();
        for ((row, (at, section, control)), of) in sections.enumerate().zip(&outline.rows) {
            let state = State::of(section, control, of);
            let known = comparison.old_row(row).map(|old| self.present[old]);
            let track = known
                .or_else(|| absent.take(&state))
                .unwrap_or(self.tracks.len());
            if let Some(goes_on) = self.tracks.get_mut(track) {
                let is_back = known.is_none();
                let marks = Marks {
                    is_back,
                    certain: !guessed.contains(&row),
                    is_rename: !is_back && !moved.contains(&row),
                    of_label: if recycled.contains(&row) {
                        Kind::Recycled
                    } else {
                        Kind::Label
                    },
                };
                goes_on.goes_on(edition, state, marks);
            } else {
                self.tracks.push(Track::new(edition, self.editions, state));
            }
            let answer = self.tracks[track].state.answer.clone();
            self.tracks[track].answers[edition] = Some(answer);
            self.tracks[track].last = (edition, at, row);
            present.push(track);
        }
        self.present = present;
    }
}

/// The controls that were removed earlier and haven't come back yet, by their titles.
struct Absent {
    by_place: HashMap<(String, String), Vec<usize>>,
    by_title: HashMap<String, Vec<usize>>,
    taken: HashSet<usize>,
}

impl Absent {
    /// All tracks but those that the edition before has: what they have become is known already.
    fn of(tracks: &[Track], present: &[usize]) -> Absent {
        let mut absent = Absent {
            by_place: HashMap::new(),
            by_title: HashMap::new(),
            taken: present.iter().copied().collect(),
        };
        for (at, track) in tracks.iter().enumerate() {
            if absent.taken.contains(&at) {
                continue;
            }
            absent
                .by_place
                .entry((track.section.clone(), track.title.clone()))
                .or_default()
                .push(at);
            absent
                .by_title
                .entry(track.title.to_lowercase())
                .or_default()
                .push(at);
        }
        absent
    }

    /// The one that is back: in its section if it can be, and of several the one that was removed last.
    fn take(&mut self, state: &State) -> Option<usize> {
        let place = (state.section.clone(), state.title.clone());
        let places = self.by_place.get(&place).into_iter().flatten().rev();
        let titles = self
            .by_title
            .get(&state.title.to_lowercase())
            .into_iter()
            .flatten()
            .rev();
        let found = places
            .chain(titles)
            .copied()
            .find(|track| !self.taken.contains(track))?;
        self.taken.insert(found);
        Some(found)
    }
}

/// What is known of a row besides what it says.
struct Marks {
    /// Whether it wasn't in the edition before.
    is_back: bool,
    /// Whether there's no doubt that it's the same control.
    certain: bool,
    /// Whether it's in the section that it was in, whatever that is called.
    is_rename: bool,
    /// What it is if it has another label.
    of_label: Kind,
}

/// What further columns said and say where that differs, by their headings.
fn other_properties<'p>(
    old: &'p [(String, String)],
    new: &'p [(String, String)],
) -> impl Iterator<Item = (&'p str, &'p str)> {
    let of = |all: &'p [(String, String)], heading: &str| {
        let found = all.iter().find(|(other, _)| other == heading);
        found.map_or("", |(_, text)| &**text)
    };
    let is_new = |heading: &str| old.iter().all(|(other, _)| other != heading);
    let added = new.iter().filter(move |(heading, _)| is_new(heading));
    let headings = old.iter().chain(added).map(|(heading, _)| heading);
    headings
        .map(move |heading| (of(old, heading), of(new, heading)))
        .filter(|(old, new)| old != new)
}

impl Event {
    fn new(edition: usize, kind: Kind) -> Event {
        Event {
            edition,
            kind,
            old: None,
            new: None,
            certain: true,
            is_rename: false,
        }
    }
}

impl Track {
    fn new(edition: usize, editions: usize, state: State) -> Track {
        let came = Event {
            new: Some(state.title.clone()),
            ..Event::new(edition, Kind::Added)
        };
        Track {
            title: state.title.clone(),
            section: state.section.clone(),
            last: (edition, 0, 0),
            answers: vec![None; editions],
            events: vec![came],
            state,
        }
    }

    /// Takes what the next edition says of it.
    fn goes_on(
        &mut self,
        edition: usize,
        state: State,
        Marks {
            is_back,
            certain,
            is_rename,
            of_label,
        }: Marks,
    ) {
        if is_back {
            self.events.push(Event {
                new: Some(state.title.clone()),
                ..Event::new(edition, Kind::Added)
            });
        }
        let was = &self.state;
        let cells = [
            (of_label, &*was.label, &*state.label),
            (Kind::Retitled, &*was.title, &*state.title),
            (Kind::Section, &was.section, &state.section),
            (Kind::Answer, was.answer.text(), state.answer.text()),
            (Kind::Notes, &was.notes, &state.notes),
            (
                Kind::Documentation,
                &was.documentation,
                &state.documentation,
            ),
        ];
        let properties = other_properties(&was.properties, &state.properties);
        let properties = properties.map(|(old, new)| (Kind::Property, old, new));
        for (kind, old, new) in cells.into_iter().chain(properties) {
            let is_same = if kind == Kind::Answer {
                was.answer == state.answer
            } else {
                old == new
            };
            if is_same {
                continue;
            }
            let some = |text: &str| {
                Some(text.to_owned()).filter(|text| !text.is_empty() || kind == Kind::Answer)
            };
            self.events.push(Event {
                old: some(old),
                new: some(new),
                certain: kind != Kind::Retitled || certain,
                is_rename: kind == Kind::Section && is_rename,
                ..Event::new(edition, kind)
            });
        }
        self.title.clone_from(&state.title);
        self.section.clone_from(&state.section);
        self.state = state;
    }

    /// What happened in an edition.
    pub(crate) fn events_in(&self, edition: usize) -> impl Iterator<Item = &Event> {
        self.events
            .iter()
            .filter(move |event| event.edition == edition)
    }
}
