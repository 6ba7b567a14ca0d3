//! Headings and control tables as sections, and the groups that these are in.

use std::sync::Arc;

use crate::{
    Above, Heading, Place, Remark, Section, Text,
    headings::{BOLD, FoundHeading},
    open_table::Item,
};

/// The headings and sections of a document.
#[derive(Debug, Default)]
pub(crate) struct Sections<'a> {
    /// The title of the document.
    pub(crate) title: Option<Text<'a>>,
    pub(crate) headings: Vec<Heading<'a>>,
    pub(crate) all: Vec<Section<'a>>,
    pub(crate) remarks: Vec<Remark>,
    /// Whether a section is only under headings of a higher level.
    strict: bool,
    /// The groups that are open: indices of headings. Sections of one group share them.
    groups: Arc<[usize]>,
    /// The nearest heading above, and the section that it has become.
    heading: Option<(usize, Option<usize>)>,
}

impl<'a> Sections<'a> {
    pub(crate) fn new(title: Option<Text<'a>>, strict: bool) -> Self {
        Sections {
            title,
            strict,
            ..Sections::default()
        }
    }

    pub(crate) fn heading(&mut self, found: FoundHeading<'a>) {
        let FoundHeading {
            level,
            title,
            place,
            ..
        } = found;
        if title.is_empty() {
            // A definition couldn't say which section it is.
            self.remark(place, "a heading without text is ignored");
            return;
        }
        self.close_group();
        if self.title.is_none() {
            self.title = Some(title.clone());
        }
        self.heading = Some((self.headings.len(), None));
        self.headings.push(Heading {
            title,
            level,
            place,
            has_controls: false,
        });
    }

    /// Makes a group of the last heading, if no control table has come under it.
    fn close_group(&mut self) {
        if let Some((heading, None)) = self.heading {
            let level = self.headings[heading].level;
            let headings = &self.headings;
            let open = self
                .groups
                .iter()
                .copied()
                .filter(|group| headings[*group].level < level);
            self.groups = open.chain([heading]).collect();
        }
    }

    /// Adds the rows of a table, whose header row is at a place, to the sections that they belong to: that of the heading
    /// above, or those that rows of the table head.
    pub(crate) fn table(&mut self, header: Place, items: Vec<Item<'a>>) {
        let mut above = self.heading;
        let outer = Arc::clone(&self.groups);
        // The heads that are open, each with its section.
        let mut heads: Vec<Option<(usize, Option<usize>)>> = Vec::new();
        for item in items {
            match item {
                Item::Head(depth, found) => {
                    heads.truncate(depth);
                    self.heading(found);
                    // Whatever has rows of its own, what it heads is under it.
                    let parents = [&above].into_iter().chain(&heads).flatten();
                    let parents: Vec<usize> = parents.map(|(heading, _)| *heading).collect();
                    let others = outer.iter().copied();
                    let others = others.filter(|group| !parents.contains(group));
                    self.groups = others.chain(parents.iter().copied()).collect();
                    heads.push(self.heading);
                }
                Item::Control(depth, control) => {
                    if depth < heads.len() {
                        heads.truncate(depth);
                        self.heading = heads.last().copied().unwrap_or(above);
                    }
                    let section = self.section(header);
                    self.all[section].controls.push(control);
                    *heads.last_mut().unwrap_or(&mut above) = self.heading;
                }
            }
        }
        // What the rows of the table head ends with it.
        if self.heading != above {
            self.heading = above;
            self.groups = outer;
        }
    }

    fn section(&mut self, header: Place) -> usize {
        if let Some((_, Some(section))) = self.heading {
            return section;
        }
        let heading = if let Some((heading, _)) = self.heading {
            heading
        } else {
            let title = self.title.clone().filter(|title| !title.is_empty());
            let title = title.unwrap_or(Text::new("Controls"));
            self.remark(
                header,
                format!("no heading is above this table: its section is called `{title}`"),
            );
            self.headings.push(Heading {
                title,
                level: BOLD,
                place: header,
                has_controls: true,
            });
            self.headings.len() - 1
        };
        let of = &mut self.headings[heading];
        of.has_controls = true;
        let (title, level, place) = (of.title.clone(), of.level, of.place);
        // A section is beside a group of the same level as well as within it: the pages of 2019 that gather many services
        // have both at one level. A group further in has ended.
        let (headings, strict) = (&self.headings, self.strict);
        let is_open = |group: &usize| {
            let above = headings[*group].level;
            *group != heading && (above < level || (above == level && !strict))
        };
        if !self.groups.iter().all(is_open) {
            self.groups = self.groups.iter().copied().filter(is_open).collect();
        }
        let section = self.all.len();
        self.all.push(Section {
            title,
            groups: Arc::clone(&self.groups),
            place,
            name: None,
            controls: Vec::new(),
            above: Above::default(),
        });
        self.heading = Some((heading, Some(section)));
        section
    }

    fn remark(&mut self, place: Place, message: impl Into<String>) {
        self.remarks.push(Remark {
            place,
            message: message.into(),
        });
    }
}
