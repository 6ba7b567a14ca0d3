//! What a definition says of the headings above a section.

use controls_document::Section;

use crate::Definition;

/// What a definition says of the headings above sections that it lacks.
pub(crate) struct NewGroups {
    /// Whether it says something of others.
    are_usual: bool,
}

impl NewGroups {
    pub(crate) fn new(definition: &Definition) -> Self {
        let mut sections = definition.sections.iter();
        NewGroups {
            are_usual: definition.sections.is_empty() || sections.any(|of| of.group().is_some()),
        }
    }

    /// What is said of a section: what has to be said, and else what is said of the others too.
    pub(crate) fn of<'d>(&self, section: &'d Section<'_>) -> Option<&'d str> {
        let above = section.above();
        let is_usual = self.are_usual && above.is_one_of_several();
        above.telling().filter(|_| is_usual || above.must_be_told())
    }
}
