//! Names for many titles at once: each what a careful person would choose, and no two alike.

use std::collections::{HashMap, HashSet};

use controls_document::folded;

use super::{kebab::kebab_case, pascal::pascal_case, title::Title};

/// How many words are added at a time to tell one name from another.
const MORE_WORDS: usize = 4;

/// What is added to the names of titles that nothing tells apart.
const TWINS: [&str; 5] = ["again", "another", "further", "more", "other"];

/// Proposes names in `PascalCase`, one for each pair of a section (or other surroundings) and a title.
///
/// A name has the words of the title without "support", and without what stands in parentheses. Where two would be the
/// same, or have the same id, the words that tell the titles apart are added: those in parentheses, then those of the
/// section. `taken` are names, or ids, that others have already.
///
/// The names are ones that Rust takes, and so are the ids that are made of them. A name depends on other titles only
/// where it would be one of theirs.
///
/// ```
/// use std::collections::HashSet;
///
/// let titles = [("Network", "VNet injection support"), ("Data", "API calls encrypted"), ("Data", "Keys (BYOK)")];
/// let names = controls_dsl::propose(&titles, &HashSet::new());
/// assert_eq!(names, ["VnetInjection", "ApiCallsEncrypted", "Keys"]);
/// let names = controls_dsl::propose(&titles, &HashSet::from(["Keys".to_owned()]));
/// assert_eq!(names[2], "KeysByok");
/// ```
#[cfg(feature = "edit")]
#[must_use]
#[expect(clippy::implicit_hasher, reason = "callers collect into it")]
pub fn propose(titles: &[(&str, &str)], taken: &HashSet<String>) -> Vec<String> {
    let mut taken: HashSet<String> = taken.iter().map(|name| kebab_case(&folded(name))).collect();
    let mut sections: HashMap<&str, Vec<String>> = HashMap::new();
    let mut all: Vec<Candidate> = titles
        .iter()
        .map(|(section, title)| {
            Candidate::new(
                Title::of(title),
                sections
                    .entry(section)
                    .or_insert_with(|| surroundings(section))
                    .clone(),
            )
        })
        .collect();
    loop {
        let mut has_changed = false;
        for group in clashes(&all, &taken) {
            has_changed |= distinguish(&mut all, &group);
        }
        if !has_changed {
            break;
        }
    }
    part_twins(&mut all, &mut taken, &mut HashMap::new());
    all.into_iter().map(|candidate| candidate.name).collect()
}

/// Proposes names as [`propose`] does, but for one title after another: none is like a name before it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Proposer {
    /// The ids that are taken.
    taken: HashSet<String>,
    /// How many have been parted from each id that nothing else told them from.
    twins: HashMap<String, usize>,
}

impl Proposer {
    /// Takes names, or ids, that others have already.
    pub(crate) fn new(taken: impl IntoIterator<Item = impl AsRef<str>>) -> Self {
        Self {
            taken: taken
                .into_iter()
                .map(|name| kebab_case(&folded(name.as_ref())))
                .collect(),
            twins: HashMap::new(),
        }
    }

    /// Takes a name, unless it or its id is taken.
    pub(crate) fn take(&mut self, name: &str) -> bool {
        self.taken.insert(kebab_case(&folded(name)))
    }

    /// Proposes a name, which is taken from now on.
    pub(crate) fn propose(&mut self, section: &str, title: &str) -> String {
        let mut one = [Candidate::new(Title::of(title), surroundings(section))];
        while self.taken.contains(&one[0].id) && distinguish(&mut one, &[0]) {}
        part_twins(&mut one, &mut self.taken, &mut self.twins);
        let [Candidate { name, .. }] = one;
        name
    }
}

/// What two titles have in common that say the same in another order of words.
///
/// ```
/// assert_eq!(controls_dsl::gist("Logging and audit support"), controls_dsl::gist("Audit & logging"));
/// ```
#[cfg(feature = "edit")]
#[must_use]
pub fn gist(title: &str) -> String {
    Title::of(title).gist()
}

/// The words of a section's title that may stand in front of a name.
fn surroundings(section: &str) -> Vec<String> {
    if section.chars().any(char::is_alphanumeric) {
        Title::of(section).main
    } else {
        Vec::new()
    }
}

/// A title on its way to a name.
struct Candidate {
    section: Vec<String>,
    words: Vec<String>,
    /// What can still be added.
    details: std::vec::IntoIter<String>,
    has_section: bool,
    fillers: Vec<String>,
    name: String,
    id: String,
}

impl Candidate {
    fn new(title: Title, section: Vec<String>) -> Candidate {
        let mut candidate = Candidate {
            section,
            words: title.main,
            details: title.details.into_iter(),
            has_section: false,
            fillers: title.fillers,
            name: String::new(),
            id: String::new(),
        };
        candidate.update();
        candidate
    }

    fn update(&mut self) {
        // Without what nobody sees, an accent may come to follow its letter: the compiler takes the two for one.
        self.name = folded(&pascal_case(&self.words)).into_owned();
        self.id = kebab_case(&self.name);
    }

    /// Adds more of the title, if there is more.
    fn add_details(&mut self) -> bool {
        let before = self.words.len();
        self.words.extend(self.details.by_ref().take(MORE_WORDS));
        self.update();
        self.words.len() > before
    }

    /// Puts the section in front, unless the name begins with it.
    fn add_section(&mut self) -> bool {
        let is_new = !std::mem::replace(&mut self.has_section, true)
            && !self.words.starts_with(&self.section);
        if is_new {
            self.words.splice(0..0, self.section.iter().cloned());
            self.update();
        }
        is_new
    }

    /// Says "support" after all, if the title does.
    fn add_fillers(&mut self) -> bool {
        let has_fillers = !self.fillers.is_empty();
        self.words.append(&mut self.fillers);
        self.update();
        has_fillers
    }
}

/// The candidates that have a name in common, or one that is taken.
#[cfg(feature = "edit")]
fn clashes(all: &[Candidate], taken: &HashSet<String>) -> Vec<Vec<usize>> {
    let mut groups: HashMap<&str, Vec<usize>> = HashMap::with_capacity(all.len());
    for (at, candidate) in all.iter().enumerate() {
        groups.entry(&candidate.id).or_default().push(at);
    }
    let mut clashes: Vec<Vec<usize>> = groups
        .into_iter()
        .filter(|(id, group)| group.len() > 1 || taken.contains(*id))
        .map(|(_, group)| group)
        .collect();
    clashes.sort_unstable();
    clashes
}

/// Adds words to names of a group. False if there are none that would help.
fn distinguish(all: &mut [Candidate], group: &[usize]) -> bool {
    // What all of them say tells none from another.
    if let [first, others @ ..] = group
        && !others.is_empty()
    {
        let details = all[*first].details.as_slice();
        let common = others.iter().fold(details.len(), |common, other| {
            let pairs = details.iter().zip(all[*other].details.as_slice());
            common.min(pairs.take_while(|(one, other)| one == other).count())
        });
        for at in group {
            all[*at].details.by_ref().take(common).for_each(drop);
        }
    }
    let mut has_changed = false;
    for at in group {
        has_changed |= all[*at].add_details();
    }
    let first = &all[group[0]].section;
    if !has_changed && (group.len() == 1 || group.iter().any(|at| all[*at].section != *first)) {
        for at in group {
            has_changed |= all[*at].add_section();
        }
    }
    if !has_changed
        && group
            .iter()
            .any(|at| all[*at].fillers != all[group[0]].fillers)
    {
        for at in group {
            has_changed |= all[*at].add_fillers();
        }
    }
    has_changed
}

/// The first of several that are alike keeps its name, the others are told apart by words that say so.
fn part_twins(
    all: &mut [Candidate],
    taken: &mut HashSet<String>,
    counts: &mut HashMap<String, usize>,
) {
    let twins: Vec<usize> = (0..all.len())
        .filter(|at| !taken.insert(all[*at].id.clone()))
        .collect();
    for at in twins {
        let candidate = &mut all[at];
        let words = candidate.words.len();
        let count = counts.entry(candidate.id.clone()).or_default();
        while taken.contains(&candidate.id) {
            candidate.words.truncate(words);
            candidate.words.extend(twin_words(*count));
            candidate.update();
            *count += 1;
        }
        taken.insert(candidate.id.clone());
    }
}

/// `again`, …, `other`, `again again`, …
fn twin_words(mut count: usize) -> Vec<String> {
    let mut words = Vec::new();
    loop {
        words.push(TWINS[count % TWINS.len()].to_owned());
        count /= TWINS.len();
        if count == 0 {
            return words;
        }
        count -= 1;
    }
}
