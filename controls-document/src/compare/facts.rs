//! What a change is about and what has become of it, in the texts of both outlines.

use super::comparison::Comparison;
use crate::{Change, Group, Kind, Outline, Row, unlike};

/// What a [`Change`] is about, and what has become of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Facts<'a> {
    /// The title of the row as it is, or as it was if it was removed; `None` for a section as a whole. Of a label that
    /// names another row now, the row that had it.
    pub title: Option<&'a str>,
    /// The title of the row as it was; `None` for one that was added.
    pub old_title: Option<&'a str>,
    /// The section as it is, or as it was if what is in it was removed.
    pub section: &'a str,
    /// The section as it was; `None` for a row that was added.
    pub old_section: Option<&'a str>,
    /// What has changed, as it was: the title of a row that was removed, and the title before it of one that is in another
    /// place.
    pub old: Option<&'a str>,
    /// What has changed, as it is.
    pub new: Option<&'a str>,
}

impl<'a> Comparison<'a> {
    /// Returns what one of the changes is about, and what has become of it. `None` if it's one of another comparison.
    ///
    /// ```
    /// use controls_document::{Answer, Outline, Row, compare};
    ///
    /// let outline = |answer| Outline {
    ///     sections: vec!["Network".into()],
    ///     rows: vec![Row { title: "Firewall", answer: Some(answer), ..Row::default() }],
    /// };
    /// let comparison = compare(outline(Answer::No), outline(Answer::Yes));
    /// let facts = comparison.facts(&comparison.changes()[0]).unwrap();
    /// assert_eq!((facts.section, facts.title), ("Network", Some("Firewall")));
    /// assert_eq!((facts.old, facts.new), (Some("No"), Some("Yes")));
    /// ```
    #[must_use]
    pub fn facts(&self, change: &Change) -> Option<Facts<'a>> {
        let (was, is) = (self.old_outline(), self.new_outline());
        let pair = |old: usize, new: usize| Some((was.rows.get(old)?, is.rows.get(new)?));
        // A text that isn't there is none.
        let texts = |old: &'a str, new: &'a str| [old, new].map(some);
        let (about, [old, new]) = match *change {
            Change::Added { new } => {
                let row = is.rows.get(new)?;
                let about = Facts {
                    title: Some(row.title),
                    section: section(is, row),
                    ..Facts::default()
                };
                (about, [None, Some(row.title)])
            }
            Change::Removed { old, .. } => {
                let row = was.rows.get(old)?;
                let about = Facts {
                    title: Some(row.title),
                    old_title: Some(row.title),
                    section: section(was, row),
                    old_section: Some(section(was, row)),
                    ..Facts::default()
                };
                (about, [Some(row.title), None])
            }
            Change::Recycled { old, new, moved } => {
                let (old, new) = pair(old, new)?;
                let now = moved.and_then(|moved| is.rows.get(moved));
                let about = Facts {
                    title: Some(old.title),
                    ..self.of_pair(old, new)
                };
                (about, texts(old.label, now.map_or("", |now| now.label)))
            }
            Change::SectionRenamed { .. }
            | Change::SectionMoved { .. }
            | Change::SectionRemoved { .. }
            | Change::SectionAdded { .. }
            | Change::SectionOrder { .. } => self.of_section_change(change)?,
            Change::Answer { old, new }
            | Change::Retitled { old, new, .. }
            | Change::Label { old, new }
            | Change::Moved { old, new }
            | Change::Notes { old, new }
            | Change::Documentation { old, new }
            | Change::Property { old, new, .. }
            | Change::Order { old, new } => {
                let (old_row, new_row) = pair(old, new)?;
                let about = self.of_pair(old_row, new_row);
                let both = match change {
                    Change::Answer { .. } => [old_row, new_row].map(|row| Some(row.answer?.text())),
                    Change::Retitled { .. } => [Some(old_row.title), Some(new_row.title)],
                    Change::Label { .. } => texts(old_row.label, new_row.label),
                    Change::Moved { .. } => [about.old_section, Some(about.section)],
                    Change::Notes { .. } => texts(old_row.notes, new_row.notes),
                    Change::Documentation { .. } => {
                        texts(old_row.documentation, new_row.documentation)
                    }
                    Change::Property { name, .. } => {
                        texts(old_row.property(name), new_row.property(name))
                    }
                    _ => [title_before(was, old), title_before(is, new)],
                };
                (about, both)
            }
        };
        Some(Facts { old, new, ..about })
    }

    /// What a change of a section as a whole is about, and what has changed, as it was and as it is.
    fn of_section_change(&self, change: &Change) -> Option<(Facts<'a>, [Option<&'a str>; 2])> {
        let (was, is) = (self.old_outline(), self.new_outline());
        Some(match *change {
            Change::SectionRenamed {
                old_section,
                new_section,
            } => {
                let about = self.of_sections(old_section, new_section)?;
                (about, [about.old_section, Some(about.section)])
            }
            Change::SectionMoved {
                old_section,
                new_section,
            } => {
                let about = self.of_sections(old_section, new_section)?;
                let (was, is) = (
                    was.sections.get(old_section)?,
                    is.sections.get(new_section)?,
                );
                let is = match (was.group, is.group) {
                    // What a definition says is short.
                    (Group::Said(_) | Group::Unsaid, Group::Read(above)) => above.telling(),
                    (_, is) => is.text(),
                };
                (about, [was.group.text(), is])
            }
            Change::SectionRemoved { old_section } => {
                let title = was.sections.get(old_section)?.title;
                let about = Facts {
                    section: title,
                    old_section: Some(title),
                    ..Facts::default()
                };
                (about, [Some(title), None])
            }
            Change::SectionAdded { new_section } => {
                let title = is.sections.get(new_section)?.title;
                let about = Facts {
                    section: title,
                    ..Facts::default()
                };
                (about, [None, Some(title)])
            }
            Change::SectionOrder {
                old_section,
                new_section,
            } => {
                let before = |of: &Outline<'a>, at: usize| {
                    at.checked_sub(1)
                        .and_then(|before| Some(of.sections.get(before)?.title))
                };
                let about = self.of_sections(old_section, new_section)?;
                (about, [before(was, old_section), before(is, new_section)])
            }
            _ => return None,
        })
    }

    /// What is known of a row on both sides.
    fn of_pair(&self, old: &Row<'a>, new: &Row<'a>) -> Facts<'a> {
        Facts {
            title: Some(new.title),
            old_title: Some(old.title),
            section: section(self.new_outline(), new),
            old_section: Some(section(self.old_outline(), old)),
            ..Facts::default()
        }
    }

    /// What is known of a section on both sides.
    fn of_sections(&self, old: usize, new: usize) -> Option<Facts<'a>> {
        Some(Facts {
            section: self.new_outline().sections.get(new)?.title,
            old_section: Some(self.old_outline().sections.get(old)?.title),
            ..Facts::default()
        })
    }

    /// Returns what has happened to a row that both outlines have, as a sentence in which the row has a name. `None` where
    /// that depends on what the outlines are of, such as of a cell that only one of them has.
    ///
    /// ```
    /// # use controls_document::{Outline, Row, compare};
    /// # let outline = |notes| Outline {
    /// #     sections: vec!["Network".into()],
    /// #     rows: vec![Row { title: "Firewall", notes, ..Row::default() }],
    /// # };
    /// let comparison = compare(outline("In preview."), outline("In all regions."));
    /// let sentence = comparison.sentence(&comparison.changes()[0], "Firewall");
    /// assert_eq!(sentence.as_deref(), Some("the notes of `Firewall` have changed"));
    /// ```
    #[must_use]
    pub fn sentence(&self, change: &Change, name: &str) -> Option<String> {
        let facts = self.facts(change)?;
        let of = |what: &str, has: &str| format!("the {what} of `{name}` {has} changed");
        let on_both = facts.old.and(facts.new).is_some();
        let cell = |what: &str, has: &str| on_both.then(|| of(what, has));
        match change {
            Change::Answer { .. } => Some(of("answer", "has")),
            Change::Retitled { certain: true, .. } => Some(of("title", "has")),
            Change::Retitled { certain: false, .. } => Some(of("title", "seems to have")),
            Change::Label { .. } => cell("label", "has"),
            Change::Notes { .. } => cell("notes", "have"),
            Change::Documentation { .. } => cell("documentation", "has"),
            Change::Property { name, .. } => cell(&format!("`{name}`"), "has"),
            Change::Recycled { new, moved, .. } => {
                let row = self.new_outline().rows.get(*new)?;
                let now = match (moved, facts.new) {
                    (None, _) => "the old one has gone".to_owned(),
                    (Some(_), None) => "the old one has none".to_owned(),
                    (Some(_), Some(now)) => format!("the old one is `{now}`"),
                };
                let (label, title) = (row.label, row.title);
                Some(format!(
                    "`{label}` names another control now: `{title}`; {now}"
                ))
            }
            _ => None,
        }
    }
}

impl Facts<'_> {
    /// Returns in words what tells the two texts apart if they look alike, for a change of this kind.
    #[must_use]
    pub fn unlike(&self, kind: Kind) -> Option<String> {
        match (self.old, self.new) {
            // What is before it in two orders are two things.
            (Some(old), Some(new)) if kind != Kind::Order => unlike(old, new),
            _ => None,
        }
    }
}

fn some(text: &str) -> Option<&str> {
    Some(text).filter(|text| !text.is_empty())
}

fn section<'a>(of: &Outline<'a>, row: &Row<'a>) -> &'a str {
    let section = of.sections.get(row.section);
    section.map_or("", |section| section.title)
}

/// The title of the row before another one in its section.
fn title_before<'a>(of: &Outline<'a>, at: usize) -> Option<&'a str> {
    let row = of.rows.get(at)?;
    let before = of.rows.get(at.checked_sub(1)?)?;
    (before.section == row.section).then_some(before.title)
}
