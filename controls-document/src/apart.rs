//! What tells sections of one title apart: the headings above them.

use std::collections::{HashMap, HashSet};

use crate::{
    Above, Document, Place, Section,
    above::{Need, endings, heading_path},
};

impl Document<'_> {
    /// Finds what tells its sections apart.
    pub(crate) fn tell_sections_apart(&mut self) {
        let mut counts: HashMap<&str, usize> = HashMap::new();
        for section in &self.sections {
            *counts.entry(&*section.title).or_default() += 1;
        }
        let has_title = self.has_title();
        let levels = self.headings.iter().map(|of| (of.place, of.level));
        let levels: HashMap<Place, u8> = levels.collect();
        let above = self.sections.iter().map(|section| {
            let is_repeated = counts.get(&*section.title).is_some_and(|count| *count > 1);
            // Beside a section of its own level there may be an introduction, unless it's one of several of that title.
            let level = levels.get(&section.place).filter(|_| !is_repeated);
            self.above(section, has_title, level.copied().unwrap_or(u8::MAX))
        });
        let mut above: Vec<Above> = above.collect();
        self.shorten(&mut above);
        for (section, above) in self.sections.iter_mut().zip(above) {
            section.above = above;
        }
    }

    /// Whether the first heading is that of the whole document.
    fn has_title(&self) -> bool {
        let is_outermost = self.headings.first().is_some_and(|first| first.level == 1);
        let mut sections = self.sections.iter();
        is_outermost && sections.all(|section| section.groups.first() == Some(&0))
    }

    /// What is above a section. The headings that gather sections are those of a lower level.
    fn above(&self, section: &Section<'_>, has_title: bool, level: u8) -> Above {
        let path = |groups: &[usize]| {
            let headings = groups.iter().filter_map(|at| self.headings.get(*at));
            heading_path(headings.map(|heading| &*heading.title))
        };
        let is_lower = |at: &usize| self.headings.get(*at).is_some_and(|of| of.level < level);
        let gathering = section.groups.iter().copied().skip(usize::from(has_title));
        let gathering: Vec<usize> = gathering.filter(is_lower).collect();
        Above {
            all: path(&section.groups),
            gathering: path(&gathering),
            ..Above::default()
        }
    }

    /// Finds how much of each path has to be named.
    fn shorten(&self, above: &mut [Above]) {
        let titles = || self.sections.iter().map(|section| &*section.title);
        // For each title and ending the path that ends so, if it's one only.
        let mut paths: HashMap<(&str, &str), Option<&str>> = HashMap::new();
        let mut of_title: HashMap<&str, HashSet<&str>> = HashMap::new();
        for (title, of) in titles().zip(&*above) {
            if of_title.entry(title).or_default().insert(&of.all) {
                for ending in endings(&of.all) {
                    paths
                        .entry((title, ending))
                        .and_modify(|path| *path = None)
                        .or_insert(Some(&of.all));
                }
            }
        }
        let first = above.first().map(|of| &of.gathering);
        let are_several = above.iter().any(|of| Some(&of.gathering) != first);
        let found = titles().zip(&*above).map(|(title, of)| {
            let must = of_title.get(title).is_some_and(|paths| paths.len() > 1);
            let need = match (must, are_several) {
                (true, _) => Need::Must,
                (false, true) => Need::Some,
                (false, false) => Need::None,
            };
            let last = endings(&of.gathering).last().unwrap_or_default();
            let mut all: Vec<&str> = endings(&of.all).collect();
            all.reverse();
            let telling = |ending: &&&str| matches!(paths.get(&(title, **ending)), Some(Some(_)));
            let short = match (must, last) {
                (_, "") => "",
                (false, last) => last,
                (true, _) => all.iter().find(telling).copied().unwrap_or(&of.all),
            };
            (short.to_owned(), need)
        });
        let found: Vec<(String, Need)> = found.collect();
        for (of, (short, need)) in above.iter_mut().zip(found) {
            of.short = short;
            of.need = need;
        }
    }
}
