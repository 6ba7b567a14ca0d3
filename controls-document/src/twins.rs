//! Rows of one section that have the same title, and rows of one document that have the same label.

use std::collections::HashMap;

use crate::{Document, ReadError, Remark};

impl Document<'_> {
    /// Checks that labels tell rows apart where they must: where two rows of one section have the same title.
    ///
    /// Rows without labels may have the same title: they are matched in order. Several rows may have one label if they have
    /// other titles or are in other sections; of these the reading has a remark.
    ///
    /// # Errors
    ///
    /// When two rows of one section have the same label and the same title.
    ///
    /// ```
    /// use controls_document::{Binding, Column, Columns, read_bound};
    ///
    /// let columns = Columns { label: Some(Column::named("ID")), ..Columns::new(Column::named("Control")) };
    /// let text = "## Network\n\n|ID|Control|\n|--|--|\n|1.1|Firewall|\n|1.2|Firewall|\n|1.2|Firewall|\n";
    /// let error = read_bound(text, &Binding::Columns(columns))?.told_apart().unwrap_err();
    /// assert_eq!(error.places().iter().map(|place| place.line).collect::<Vec<_>>(), [6, 7]);
    /// # Ok::<(), controls_document::ReadError>(())
    /// ```
    pub fn told_apart(&self) -> Result<(), ReadError> {
        for section in &self.sections {
            let mut first = HashMap::new();
            for control in &section.controls {
                let Some(label) = &control.label else {
                    continue;
                };
                let title = &control.title.text;
                if let Some(first) = first.insert((&*label.text, &**title), label.place()) {
                    return Err(ReadError::Twins {
                        label: label.text.to_string(),
                        title: title.to_string(),
                        first,
                        second: label.place(),
                    });
                }
            }
        }
        Ok(())
    }

    /// Says which rows of a section have the title and the label of an earlier one.
    pub(crate) fn remark_twins(&mut self) {
        for section in &self.sections {
            let mut first = HashMap::with_capacity(section.controls.len());
            for control in &section.controls {
                let title = &control.title;
                let label = control.label.as_ref().map_or("", |label| &label.text);
                if let Some(line) = first.insert((label, &*title.text), title.place().line) {
                    let what = if label.is_empty() {
                        "such rows are matched in order".to_owned()
                    } else {
                        format!(
                            "it has the label `{label}` there as well, and a catalog can't tell such rows apart"
                        )
                    };
                    self.remarks.push(Remark {
                        place: title.place(),
                        message: format!(
                            "`{}` is twice in this section, on line {line} too: {what}",
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
