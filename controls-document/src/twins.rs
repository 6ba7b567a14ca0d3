//! Rows of one section that have the same title.

use std::borrow::Cow;

use crate::{Document, Remark, fold::folded};

impl Document<'_> {
    /// Says which rows of a section have the title of another one.
    pub(crate) fn remark_twins(&mut self) {
        let mut titles: Vec<(Cow<'_, str>, usize)> = Vec::new();
        for section in &self.sections {
            let controls = &section.controls;
            titles.clear();
            titles.extend(controls.iter().zip(0..).map(|(control, row)| (folded(&control.title.text), row)));
            titles.sort_unstable();
            for (first, (title, second)) in titles.iter().zip(titles.iter().skip(1)) {
                if first.0 == *title {
                    let line = controls[first.1].title.place().line;
                    let message = format!(
                        "`{title}` stands twice in this section, on line {line} too: such rows are matched in order"
                    );
                    self.remarks.push(Remark { place: controls[*second].title.place(), message: message.into() });
                }
            }
        }
    }
}
