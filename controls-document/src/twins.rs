//! Rows of one section that have the same title, and rows of one document that have the same label.

use std::collections::HashMap;

use crate::{Document, Remark};

impl Document<'_> {
    /// Says which rows of a section have the title and the label of an earlier one.
    pub(crate) fn remark_twins(&mut self) {
        for section in &self.sections {
            let mut first = HashMap::with_capacity(section.controls.len());
            for control in &section.controls {
                let title = &control.title;
                let label = control.label.as_ref().map_or("", |label| &label.text);
                if let Some(line) = first.insert((label, &*title.text), title.place().line) {
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

    /// What to say about labels that an earlier row has.
    pub(crate) fn twin_labels(&self) -> Vec<Remark> {
        let mut first = HashMap::new();
        let labels = self
            .controls()
            .filter_map(|(_, control)| control.label.as_ref());
        let twins = labels.filter_map(|label| {
            let line = first.insert(&*label.text, label.place().line)?;
            Some(Remark {
                place: label.place(),
                message: format!("the label `{}` is on line {line} too", label.text),
            })
        });
        twins.collect()
    }
}
