//! Follows controls from edition to edition.

use std::collections::{HashMap, HashSet};

use controls_document::{Answer, Change, Document, Kind, Row, compare};

/// A control over all editions.
pub(crate) struct Track<'d> {
    /// What it was called last.
    pub(crate) title: &'d str,
    /// The section in which it was last.
    pub(crate) section: &'d str,
    /// Where it was last: the edition, the section there, and the row among all rows there.
    pub(crate) last: (usize, usize, usize),
    /// For each edition, what it says of the control.
    pub(crate) answers: Vec<Said<'d>>,
    /// What happened to it, in order. Its first event is that it was added.
    pub(crate) events: Vec<Event<'d>>,
    row: Row<'d>,
}

/// What an edition says of a control.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Said<'d> {
    /// Nothing: it isn't there.
    #[default]
    Absent,
    /// That there is such a control; the document is read without answers.
    Present,
    Answered(Answer<'d>),
}

/// Something that happened to a control.
pub(crate) struct Event<'d> {
    /// The index of the edition in which it shows.
    pub(crate) edition: usize,
    /// What sort of thing.
    pub(crate) kind: Kind,
    /// What has changed, as it was before.
    pub(crate) old: Option<&'d str>,
    /// What has changed, as it is since.
    pub(crate) new: Option<&'d str>,
    /// False where it's a guess that this is the same control.
    pub(crate) certain: bool,
    /// Whether the section stayed the same one, and only its heading changed. Where the headings above it are others, what
    /// has changed is those.
    pub(crate) is_rename: bool,
}

/// What an edition says of a control, and under which heading.
struct State<'d> {
    section: &'d str,
    row: Row<'d>,
}

/// All controls of some editions, in the order in which they were added.
///
/// A control of one edition is that of the one before which `diff` takes for the same. One that was removed in an earlier
/// edition and comes back under the same title is the same one as well.
pub(super) fn tracks<'d>(documents: &'d [Document<'d>]) -> Vec<Track<'d>> {
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

struct Follow<'d> {
    editions: usize,
    tracks: Vec<Track<'d>>,
    /// The tracks of the rows of the last edition.
    present: Vec<usize>,
}

impl<'d> Follow<'d> {
    fn edition(
        &mut self,
        edition: usize,
        before: Option<&'d Document<'d>>,
        document: &'d Document<'d>,
    ) {
        let before = before.map(Document::outline).unwrap_or_default();
        let comparison = compare(before, document.outline());
        let (mut guessed, mut moved) = (HashSet::new(), HashSet::new());
        let mut recycled = HashSet::new();
        // The sections that are under other headings, with what they were and are under.
        let mut regrouped = HashMap::new();
        for change in comparison.changes() {
            match *change {
                Change::Removed { old, .. } => {
                    let track = &mut self.tracks[self.present[old]];
                    track.events.push(Event {
                        old: Some(track.title),
                        ..Event::new(edition, Kind::Removed)
                    });
                }
                Change::Recycled {
                    old, moved: None, ..
                } => {
                    let label = comparison.old_outline().rows.get(old);
                    let track = &mut self.tracks[self.present[old]];
                    track.events.push(Event {
                        old: label.map(|row| row.label),
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
                Change::SectionMoved { new_section, .. } => {
                    if let Some(facts) = comparison.facts(change) {
                        regrouped.insert(new_section, (facts.old, facts.new));
                    }
                }
                _ => {}
            }
        }
        let mut absent = Absent::of(&self.tracks, &self.present);
        let mut present = Vec::with_capacity(document.count());
        let outline = comparison.new_outline();
        for (row, of) in outline.rows.iter().enumerate() {
            let state = State {
                section: outline.sections[of.section].title,
                row: of.clone(),
            };
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
                let is_taken_along = marks.is_rename;
                goes_on.goes_on(edition, state, marks);
                if let Some((old, new)) = regrouped.get(&of.section).filter(|_| is_taken_along) {
                    goes_on.events.push(Event {
                        old: *old,
                        new: *new,
                        ..Event::new(edition, Kind::Section)
                    });
                }
            } else {
                self.tracks.push(Track::new(edition, self.editions, state));
            }
            self.tracks[track].answers[edition] = of.answer.map_or(Said::Present, Said::Answered);
            self.tracks[track].last = (edition, of.section, row);
            present.push(track);
        }
        self.present = present;
    }
}

/// The controls that were removed earlier and haven't come back yet, by their titles.
struct Absent<'d> {
    by_place: HashMap<(&'d str, &'d str), Vec<usize>>,
    by_title: HashMap<String, Vec<usize>>,
    taken: HashSet<usize>,
}

impl<'d> Absent<'d> {
    /// All tracks but those that the edition before has: what they have become is known already.
    fn of(tracks: &[Track<'d>], present: &[usize]) -> Self {
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
                .entry((track.section, track.title))
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
    fn take(&mut self, state: &State<'d>) -> Option<usize> {
        let place = (state.section, state.row.title);
        let places = self.by_place.get(&place).into_iter().flatten().rev();
        let titles = self
            .by_title
            .get(&state.row.title.to_lowercase())
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

/// What further columns said and say where that differs.
fn other_properties<'d>(old: &Row<'d>, new: &Row<'d>) -> Vec<(&'d str, &'d str)> {
    let is_new = |heading: &str| old.properties.iter().all(|(other, _)| *other != heading);
    let added = new.properties.iter().filter(|(heading, _)| is_new(heading));
    let headings = old.properties.iter().chain(added);
    headings
        .map(|(heading, _)| (old.property(heading), new.property(heading)))
        .filter(|(old, new)| old != new)
        .collect()
}

impl Event<'_> {
    fn new(edition: usize, kind: Kind) -> Self {
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

impl<'d> Track<'d> {
    fn new(edition: usize, editions: usize, State { section, row }: State<'d>) -> Self {
        let added = Event {
            new: Some(row.title),
            ..Event::new(edition, Kind::Added)
        };
        Track {
            title: row.title,
            section,
            last: (edition, 0, 0),
            answers: vec![Said::Absent; editions],
            events: vec![added],
            row,
        }
    }

    /// Takes what the next edition says of it.
    fn goes_on(
        &mut self,
        edition: usize,
        State { section, row }: State<'d>,
        Marks {
            is_back,
            certain,
            is_rename,
            of_label,
        }: Marks,
    ) {
        if is_back {
            self.events.push(Event {
                new: Some(row.title),
                ..Event::new(edition, Kind::Added)
            });
        }
        let was = &self.row;
        let answer = |row: &Row<'d>| row.answer.unwrap_or(Answer::Unanswered);
        let answers = (answer(was), answer(&row));
        let cells = [
            (of_label, was.label, row.label),
            (Kind::Retitled, was.title, row.title),
            (Kind::Section, self.section, section),
            (Kind::Answer, answers.0.text(), answers.1.text()),
            (Kind::Notes, was.notes, row.notes),
            (Kind::Documentation, was.documentation, row.documentation),
        ];
        let properties = other_properties(was, &row).into_iter();
        let properties = properties.map(|(old, new)| (Kind::Property, old, new));
        for (kind, old, new) in cells.into_iter().chain(properties) {
            let is_same = if kind == Kind::Answer {
                answers.0 == answers.1
            } else {
                old == new
            };
            if is_same {
                continue;
            }
            let some =
                |text: &'d str| Some(text).filter(|text| !text.is_empty() || kind == Kind::Answer);
            self.events.push(Event {
                old: some(old),
                new: some(new),
                certain: kind != Kind::Retitled || certain,
                is_rename: kind == Kind::Section && is_rename,
                ..Event::new(edition, kind)
            });
        }
        self.title = row.title;
        self.section = section;
        self.row = row;
    }

    /// Its label, as it was last; empty where it has none.
    pub(crate) fn label(&self) -> &'d str {
        self.row.label
    }

    /// Its label, if it has one, and what it was called last.
    pub(crate) fn named(&self) -> String {
        match self.row.label {
            "" => self.title.to_owned(),
            label => format!("{label} {}", self.title),
        }
    }

    /// What happened in an edition.
    pub(crate) fn events_in(&self, edition: usize) -> impl Iterator<Item = &Event<'d>> {
        self.events
            .iter()
            .filter(move |event| event.edition == edition)
    }
}
