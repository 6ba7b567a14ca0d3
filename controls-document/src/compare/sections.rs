//! Which old section is which new one.

use std::borrow::Cow;
use std::cmp::{Ordering, Reverse};
use std::collections::{HashMap, HashSet, VecDeque};

use super::context::{Context, Rest, Side};
use super::likeness::Likeness;
use super::pairing::Pairing;
use super::retitle::{Edge, alike_pairs, edges, near_pairs};
use super::title::float;
use crate::{Above, Group, folded};

/// Up to this many pairs of rows, each unpaired section is held against each other one.
const ROW_PAIRS: usize = 10_000;

/// Beyond that, a title that many sections have (as each service of a page has `Network`) leads to so many of them.
const SECTIONS_OF_A_TITLE: usize = 4;

/// Pairs the sections: by title, and of those that have one title by what they are under, then by their rows, then by title
/// in any letter case, then by their rows.
pub(super) fn paired(context: &Context<'_>) -> Pairing {
    let (old, new) = (&context.old, &context.new);
    let mut pairing = Pairing::new(old.nowhere() + 1, new.nowhere() + 1);
    pairing.join(old.nowhere(), new.nowhere());
    twins(context, &mut pairing);
    pairing.join_by(
        |section| old.section_title(section),
        |section| new.section_title(section),
    );
    let lower = |title: Option<Cow<'_, str>>| title.map(|title| title.to_lowercase());
    pairing.join_by(
        |section| lower(old.section_title(section)),
        |section| lower(new.section_title(section)),
    );
    let mut renamed = candidates(context, &pairing);
    renamed.sort_by(Renamed::likelier);
    for Renamed { old, new, .. } in renamed {
        pairing.join(old, new);
    }
    pairing
}

/// Pairs sections of which several have the same title: those that are alone under the same headings, then those with most
/// rows in common first, then those under the same headings one by one. A row that's in more than one of them says nothing.
fn twins(context: &Context<'_>, pairing: &mut Pairing) {
    let mut counts: HashMap<Cow<'_, str>, [usize; 2]> = HashMap::new();
    let sides = [&context.old, &context.new];
    for (side, of) in sides.iter().enumerate() {
        for title in (0..of.nowhere()).filter_map(|section| of.section_title(section)) {
            counts.entry(title).or_default()[side] += 1;
        }
    }
    // Where both have one section of each title, there's nothing to find out.
    counts.retain(|_, [old, new]| *old.max(new) > 1 && *old.min(new) > 0);
    if counts.is_empty() {
        return;
    }
    let is_twin = |side: &Side<'_>, section: usize| {
        let title = side.section_title(section);
        title.is_some_and(|title| counts.contains_key(&title))
    };
    by_group(context, pairing, is_twin, true);
    let [old, new] = sides.map(|side| rows_of_twins(side, &counts));
    let mut shared: HashMap<(usize, usize), usize> = HashMap::new();
    for (key, section) in old {
        if let (Some(old), Some(Some(new))) = (section, new.get(&key)) {
            *shared.entry((old, *new)).or_default() += 1;
        }
    }
    let mut shared: Vec<((usize, usize), usize)> = shared.into_iter().collect();
    shared.sort_by_key(|&(pair, count)| (Reverse(count), pair));
    for ((old, new), _) in shared {
        pairing.join(old, new);
    }
    by_group(context, pairing, is_twin, false);
}

/// Pairs sections of one title that are under the same headings: those that no other is beside, or else the k-th of several
/// with the k-th.
fn by_group(
    context: &Context<'_>,
    pairing: &mut Pairing,
    is_twin: impl Fn(&Side<'_>, usize) -> bool,
    alone: bool,
) {
    let (old, new) = (&context.old, &context.new);
    let key = |side: &Side<'_>, section: usize, of: fn(&Above) -> &str| match side.group(section) {
        Group::Read(above) if is_twin(side, section) => Some((
            side.section_title(section)?.into_owned(),
            of(above).to_owned(),
        )),
        _ => None,
    };
    for of in [Above::all, Above::gathering] {
        let (old, new) = (
            |section| key(old, section, of),
            |section| key(new, section, of),
        );
        if alone {
            pairing.join_alone(old, new);
        } else {
            pairing.join_by(old, new);
        }
    }
    let said = |section: usize| match old.group(section) {
        Group::Said(group) if is_twin(old, section) => {
            Some((old.section_title(section)?, folded(group)))
        }
        _ => None,
    };
    let free = pairing.free_old().into_iter();
    let said: Vec<_> = free
        .filter_map(|section| Some((section, said(section)?)))
        .collect();
    if said.is_empty() {
        return;
    }
    let mut counts: HashMap<_, usize> = HashMap::new();
    for (_, (title, group)) in &said {
        *counts.entry((title, &**group)).or_default() += 1;
    }
    let mut named: HashMap<(Cow<'_, str>, &str), VecDeque<usize>> = HashMap::new();
    let free = pairing.free_new().into_iter();
    for section in free.filter(|section| is_twin(new, *section)) {
        if let (Some(title), Group::Read(above)) = (new.section_title(section), new.group(section))
        {
            for ending in above.endings() {
                named
                    .entry((title.clone(), ending))
                    .or_default()
                    .push_back(section);
            }
        }
    }
    for (section, (title, group)) in &said {
        let Some(sections) = named.get_mut(&(title.clone(), &**group)) else {
            continue;
        };
        let is_alone = sections.len() == 1 && counts.get(&(title, &**group)) == Some(&1);
        if alone && !is_alone {
            continue;
        }
        while let Some(new) = sections.pop_front() {
            if pairing.of_new(new).is_none() {
                pairing.join(*section, new);
                break;
            }
        }
    }
}

/// For each row of a section that isn't the only one of its title, by both titles, its section; `None` where several such
/// rows are in several sections.
fn rows_of_twins<'s>(
    side: &'s Side<'_>,
    twins: &HashMap<Cow<'_, str>, [usize; 2]>,
) -> HashMap<(Cow<'s, str>, &'s str), Option<usize>> {
    let mut rows: HashMap<(Cow<'_, str>, &str), Option<usize>> = HashMap::new();
    for section in 0..side.nowhere() {
        let Some(title) = side
            .section_title(section)
            .filter(|title| twins.contains_key(title))
        else {
            continue;
        };
        for row in side
            .rows_in(section)
            .iter()
            .filter_map(|&row| side.title(row))
        {
            let of = rows.entry((title.clone(), row)).or_insert(Some(section));
            *of = of.filter(|of| *of == section);
        }
    }
    rows
}

/// Two sections that share most of their rows.
struct Renamed {
    old: usize,
    new: usize,
    /// The part of their rows that they share.
    shared: f64,
    /// The rows that haven't changed at all.
    unchanged: usize,
    /// How alike the titles of the sections are.
    title: f64,
}

impl Renamed {
    fn likelier(&self, other: &Self) -> Ordering {
        let likelihood = other.shared.total_cmp(&self.shared);
        let likelihood = likelihood.then(other.unchanged.cmp(&self.unchanged));
        let likelihood = likelihood.then(other.title.total_cmp(&self.title));
        likelihood.then((self.old, self.new).cmp(&(other.old, other.new)))
    }
}

fn candidates(context: &Context<'_>, pairing: &Pairing) -> Vec<Renamed> {
    let with_rows = |sections: Vec<usize>, side: &Side<'_>| -> Vec<usize> {
        sections
            .into_iter()
            .filter(|&section| !side.rows_in(section).is_empty())
            .collect()
    };
    let old = with_rows(pairing.free_old(), &context.old);
    let new = with_rows(pairing.free_new(), &context.new);
    if old.is_empty() || new.is_empty() {
        return Vec::new();
    }
    let old_rows: usize = old
        .iter()
        .map(|&section| context.old.rows_in(section).len())
        .sum();
    let new_rows: usize = new
        .iter()
        .map(|&section| context.new.rows_in(section).len())
        .sum();
    let pairs: Vec<(usize, usize)> = if old_rows.saturating_mul(new_rows) <= ROW_PAIRS {
        old.iter()
            .flat_map(|&old| new.iter().map(move |&new| (old, new)))
            .collect()
    } else {
        with_common_titles(context, &old, &new)
    };
    pairs
        .into_iter()
        .filter_map(|(old, new)| renamed(context, old, new))
        .collect()
}

/// The pairs of sections that have a row title in common, and the k-th with the k-th. Of a title that many have, the k-th old section leads to new
/// ones near the k-th.
fn with_common_titles(context: &Context<'_>, old: &[usize], new: &[usize]) -> Vec<(usize, usize)> {
    let mut having: HashMap<String, Vec<usize>> = HashMap::new();
    for &section in new {
        for title in context
            .new
            .rows_in(section)
            .iter()
            .filter_map(|&row| context.new.lower(row))
        {
            let sections = having.entry(title).or_default();
            if sections.last() != Some(&section) {
                sections.push(section);
            }
        }
    }
    let mut pairs: Vec<(usize, usize)> = old.iter().copied().zip(new.iter().copied()).collect();
    let mut seen: HashSet<(usize, usize)> = pairs.iter().copied().collect();
    let mut met: HashMap<String, usize> = HashMap::new();
    for &section in old {
        for title in context
            .old
            .rows_in(section)
            .iter()
            .filter_map(|&row| context.old.lower(row))
        {
            let Some(sections) = having.get(&title) else {
                continue;
            };
            let met = met.entry(title).or_default();
            let from = met
                .saturating_sub(SECTIONS_OF_A_TITLE / 2)
                .min(sections.len().saturating_sub(SECTIONS_OF_A_TITLE));
            *met += 1;
            let near = sections
                .iter()
                .skip(from)
                .take(SECTIONS_OF_A_TITLE)
                .map(|&new| (section, new));
            pairs.extend(near.filter(|&pair| seen.insert(pair)));
        }
    }
    pairs
}

/// The two sections, if they share most of their rows.
fn renamed(context: &Context<'_>, old: usize, new: usize) -> Option<Renamed> {
    let (old_rows, new_rows) = (context.old.rows_in(old), context.new.rows_in(new));
    let all = old_rows.len() + new_rows.len();
    // Most: more than half of all rows of both are in a pair.
    let is_most = |shared: usize| 4 * shared > all;
    if !is_most(old_rows.len().min(new_rows.len())) {
        return None;
    }
    let mut pairing = Pairing::new(old_rows.len(), new_rows.len());
    pairing.join_by(
        |at| old_rows.get(at).and_then(|&row| context.old.lower(row)),
        |at| new_rows.get(at).and_then(|&row| context.new.lower(row)),
    );
    let by_title: Vec<(usize, usize)> = old_rows
        .iter()
        .enumerate()
        .filter_map(|(at, &row)| Some((row, *new_rows.get(pairing.of_old(at)?)?)))
        .collect();
    let mut shared = by_title.len();
    let unchanged = by_title
        .iter()
        .filter(|&&(old, new)| context.rest(old, new) != Rest::Differs)
        .count();
    if !is_most(shared) {
        let left_old: Vec<usize> = pairing
            .free_old()
            .iter()
            .filter_map(|&at| old_rows.get(at).copied())
            .collect();
        let left_new: Vec<usize> = pairing
            .free_new()
            .iter()
            .filter_map(|&at| new_rows.get(at).copied())
            .collect();
        let mut edges = edges(context, &left_old, &left_new);
        shared += near_pairs(&mut edges).len();
        shared += alike_pairs(&mut edges, Edge::is_alike).len();
    }
    is_most(shared).then(|| Renamed {
        old,
        new,
        shared: float(2 * shared) / float(all),
        unchanged,
        title: title_likeness(context, old, new),
    })
}

fn title_likeness(context: &Context<'_>, old: usize, new: usize) -> f64 {
    let title = |title: Option<Cow<'_, str>>| title.map(|title| context.lexicon().title(&title));
    match (
        title(context.old.section_title(old)),
        title(context.new.section_title(new)),
    ) {
        (Some(old), Some(new)) => Likeness::of(&old, &new).score,
        _ => 0.0,
    }
}
