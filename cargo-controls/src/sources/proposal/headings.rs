//! Documents whose controls may be headings: what the lines and tables under them have in common.

use std::{
    cmp::Reverse,
    collections::{HashMap, HashSet},
};

use controls_document::{Binding, Document, Headings, Words, read_bound};

use super::{
    answers::{Answers, BLANK},
    bound::Bound,
    column::Profile,
    labelled,
    words::{ANSWERS, DOCUMENTATION, NOTES, is_named},
};

/// The headings of one level.
pub(crate) struct HeadingLevel {
    pub(crate) number: u8,
    /// How many may be controls.
    pub(crate) headings: usize,
    /// The line of the first one.
    pub(crate) line: u32,
    /// What lines under them begin with, or tables of one row have as headings, and under how many of them. What is under
    /// most of them comes first.
    pub(crate) names: Vec<(String, usize)>,
}

/// Further words for what a heading says of a control: how much it matters, where that's what the document answers.
const WEIGHTS: [&str; 5] = ["criticality", "severity", "risk", "priority", "maturity"];
/// Of so many headings one at least has a name that is looked at.
const SHARE: usize = 8;
/// So many words are a sentence.
const SENTENCE: usize = 6;
/// Names that are looked at. A person who writes by hand has a handful.
const MOST_NAMES: usize = 16;

/// The levels of headings under which there's something that can be bound, those with most headings first. What is under a
/// heading is under those above it as well: it's told of where most headings have it.
pub(super) fn levels(text: &str) -> Vec<HeadingLevel> {
    let mut levels: Vec<HeadingLevel> = (1..=6).filter_map(|level| of_level(text, level)).collect();
    let mut most: HashMap<String, usize> = HashMap::new();
    for (name, count) in levels.iter().flat_map(|level| &level.names) {
        let of = most.entry(name.clone()).or_default();
        *of = (*of).max(*count);
    }
    levels.retain(|level| {
        let first = level.names.first();
        first.is_some_and(|(name, count)| most.get(name) == Some(count))
    });
    levels.sort_by_key(|level| Reverse(level.headings));
    levels
}

fn of_level(text: &str, level: u8) -> Option<HeadingLevel> {
    let document = read(
        text,
        &Headings {
            level,
            ..Headings::default()
        },
    )?;
    let headings = document.count();
    let starts = document
        .controls()
        .map(|(_, control)| control.label_place().line);
    let mut starts: Vec<u32> = starts.collect();
    let above = document
        .headings
        .iter()
        .filter(|heading| heading.level < level);
    let line = *starts.first()?;
    let mut names: Vec<(String, usize)> = Vec::new();
    let mut known: HashMap<String, (usize, usize)> = HashMap::new();
    starts.extend(above.map(|heading| heading.place.line));
    starts.sort_unstable();
    for (line, name) in labelled::names(text) {
        // Under which heading it is.
        let under = starts.partition_point(|start| *start <= line);
        if under == 0 {
            continue;
        }
        let (at, last) = *known.entry(name.clone()).or_insert((names.len(), 0));
        if at == names.len() {
            names.push((name.clone(), 0));
        }
        if last != under {
            names[at].1 += 1;
            known.insert(name, (at, under));
        }
    }
    // What is under few of the headings is a part of what is said there, unless its name says what it's for.
    let is_said = |name: &str| is_named(name, &NOTES) || is_named(name, &DOCUMENTATION);
    names.retain(|(name, count)| is_said(name) || (*count > 1 && *count * SHARE >= headings));
    names.sort_by_key(|(_, count)| Reverse(*count));
    names.truncate(MOST_NAMES);
    (headings > 1 && !names.is_empty()).then_some(HeadingLevel {
        number: level,
        headings,
        line,
        names,
    })
}

fn read<'t>(text: &'t str, headings: &Headings) -> Option<Document<'t>> {
    let mut headings = headings.clone();
    headings.words.blank = Some(BLANK);
    read_bound(text, &Binding::Headings(headings)).ok()
}

/// How the headings of a level may be bound, and how likely it is that somebody wants that.
pub(super) fn bound(text: &str, level: &HeadingLevel) -> Option<(u32, Bound)> {
    let answered = |name: &String| Headings {
        level: level.number,
        answer: vec![name.clone()],
        ..Headings::default()
    };
    // What is under few of the headings is an answer to none.
    let names = level
        .names
        .iter()
        .filter(|(_, count)| count * 3 >= level.headings);
    let scored = names.enumerate().filter_map(|(at, (name, _))| {
        let document = read(text, &answered(name))?;
        let answers = Answers::of(&document);
        let profile = Profile::of(
            document
                .controls()
                .map(|(_, control)| &*control.answer.text),
        );
        let is_answer = is_named(name, &ANSWERS);
        let is_named = is_answer || is_named(name, &WEIGHTS);
        let has_words = if is_answer {
            profile.is_short() && !profile.has_labels()
        } else {
            is_named && profile.has_few_words()
        };
        let is_one = (answers.known > 0 && answers.known * 3 >= answers.filled) || has_words;
        is_one.then_some((
            answers.known * if is_named { 4 } else { 1 },
            (is_answer, is_named),
            Reverse(at),
            name,
        ))
    });
    let answer = scored.max_by_key(|(known, named, at, _)| (*known, *named, *at));
    let answer = answer.map(|(.., name)| name);
    let mut headings = match answer {
        Some(name) => answered(name),
        None => Headings {
            level: level.number,
            ..Headings::default()
        },
    };
    let mut titles = None;
    if !fields(text, level, answer, &mut headings, &mut titles) {
        return None;
    }
    let document = read(text, &headings)?;
    let mut answers = Answers::of(&document);
    headings.words = Words {
        blank: (answers.blanks > 0).then_some(BLANK),
        ..std::mem::take(&mut answers.guesses)
    };
    // What is guessed counts as what it means.
    let document = read(text, &headings)?;
    answers.words = Answers::of(&document).words;
    let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let score = count(answers.known * 4).saturating_add(count(document.count() * 2));
    Some((
        score,
        Bound {
            binding: Binding::Headings(headings),
            controls: document.count(),
            is_weight: answer
                .is_some_and(|name| !is_named(name, &ANSWERS) && is_named(name, &WEIGHTS)),
            answer: answer.cloned(),
            not_answers: Vec::new(),
            titles,
            headers: 1,
            blanks: answers.blanks,
            answers: answers.words,
        },
    ))
}

/// Binds what else is under the headings, and finds the name under which their titles are, if they are under one. False if there's
/// nothing by which they could be known as controls.
fn fields(
    text: &str,
    level: &HeadingLevel,
    answer: Option<&String>,
    headings: &mut Headings,
    titles: &mut Option<String>,
) -> bool {
    let others: Vec<&String> = level
        .names
        .iter()
        .map(|(name, _)| name)
        .filter(|name| Some(*name) != answer)
        .collect();
    headings.also = others.iter().map(ToString::to_string).collect();
    let Some(document) = read(text, headings) else {
        return false;
    };
    let controls = || document.controls().map(|(_, control)| control);
    let count = document.count();
    let fields = others.into_iter().map(|name| Field::of(name, &document));
    let fields: Vec<Field<'_>> = fields.collect();
    let of_titles = fields.iter().find(|field| field.titles * 2 > count);
    *titles = of_titles.map(|field| field.name.to_owned());
    let fields: Vec<&Field<'_>> = fields.iter().filter(|field| field.filled > 0).collect();
    let named = |words: &[&str]| fields.iter().find(|field| is_named(field.name, words));
    let notes = named(&NOTES).or_else(|| {
        let mut texts = fields.iter().filter(|field| field.has_sentences());
        texts.find(|field| field.filled * 2 >= count)
    });
    let documentation = named(&DOCUMENTATION);
    let also = fields
        .iter()
        .filter(|field| field.given * 10 >= count * 9 && field.filled * 2 >= count)
        .filter(|field| !field.has_sentences() || field.is_repeated());
    let rest = |field: &&&Field<'_>| {
        let taken = [notes, documentation].into_iter().flatten();
        taken.clone().all(|of| of.name != field.name)
    };
    let all = |fields: &mut dyn Iterator<Item = &&Field<'_>>| {
        fields.map(|field| field.name.to_owned()).collect()
    };
    headings.also = all(&mut also.filter(rest));
    headings.notes = all(&mut notes.into_iter());
    headings.documentation = all(&mut documentation.into_iter());
    let labelled = controls().filter(|control| control.label.is_some()).count();
    answer.is_some()
        || (labelled * 10 >= count * 9 && fields.iter().any(|field| field.filled * 2 >= count))
}

/// What is said of controls under one name.
struct Field<'n> {
    name: &'n str,
    /// Of how many it's there, if only with nothing after it.
    given: usize,
    /// Of how many something is said that isn't their title or label as well.
    filled: usize,
    words: usize,
    /// How many of these texts differ.
    distinct: usize,
    /// Of how many it's the title.
    titles: usize,
}

impl<'n> Field<'n> {
    fn of(name: &'n str, document: &Document<'_>) -> Field<'n> {
        let mut field = Field {
            name,
            given: 0,
            filled: 0,
            words: 0,
            distinct: 0,
            titles: 0,
        };
        let mut texts = HashSet::new();
        for (_, control) in document.controls() {
            let mut all = control.properties.iter();
            let Some(cell) = all.find(|of| *of.name == *name).map(|of| &of.cell) else {
                continue;
            };
            let is_label = control
                .label
                .as_ref()
                .is_some_and(|label| label.text == cell.text);
            let is_title = cell.place().line == control.title.place().line;
            field.given += 1;
            field.titles += usize::from(is_title);
            if !cell.text.is_empty() && !is_label && !is_title {
                field.filled += 1;
                field.words += cell.text.split(' ').count();
                texts.insert(&*cell.text);
            }
        }
        field.distinct = texts.len();
        field
    }

    fn has_sentences(&self) -> bool {
        self.words > self.filled * SENTENCE
    }

    /// Whether it says the same of several controls.
    fn is_repeated(&self) -> bool {
        self.distinct * 4 <= self.filled
    }
}
