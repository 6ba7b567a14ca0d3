//! Rows of one section that have the same title.

use std::collections::HashMap;

use crate::{Document, Remark};

impl Document<'_> {
    /// Says which rows of a section have the title of an earlier one.
    pub(crate) fn remark_twins(&mut self) {
        for section in &self.sections {
            let mut first = HashMap::with_capacity(section.controls.len());
            for title in section.controls.iter().map(|control| &control.title) {
                if let Some(line) = first.insert(&*title.text, title.place().line) {
                    self.remarks.push(Remark {
                        place: title.place(),
                        message: format!(
                            "`{}` is twice in this section, on line {line} too: such rows are matched in order",
                            title.text
                        ),
                    });
                }
            }
        }
    }
}
