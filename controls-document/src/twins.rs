//! Rows of one section that have the same title.

use std::borrow::Cow;

use crate::{Control, Document, Remark, fold::folded};

/// Up to so many rows of a section are held against each other, and only where two look alike are all titles folded and
/// sorted, which would take a twentieth of the reader's time.
const FEW: usize = 16;

impl Document<'_> {
    /// Says which rows of a section have the title of another one.
    pub(crate) fn remark_twins(&mut self) {
        let mut titles: Vec<(Cow<'_, str>, usize)> = Vec::new();
        for section in &self.sections {
            let controls = &section.controls;
            if controls.len() <= FEW && !may_have_twins(controls) {
                continue;
            }
            titles.clear();
            titles.extend(
                controls
                    .iter()
                    .zip(0..)
                    .map(|(control, row)| (folded(&control.title.text), row)),
            );
            titles.sort_unstable();
            for (first, (title, second)) in titles.iter().zip(titles.iter().skip(1)) {
                if first.0 == *title {
                    let line = controls[first.1].title.place().line;
                    let message = format!(
                        "`{title}` stands twice in this section, on line {line} too: such rows are matched in order"
                    );
                    self.remarks.push(Remark {
                        place: controls[*second].title.place(),
                        message: message.into(),
                    });
                }
            }
        }
    }
}

/// Whether two rows have titles that begin and end alike.
fn may_have_twins(controls: &[Control<'_>]) -> bool {
    let ends = |control: &Control<'_>| {
        let bytes = control.title.text.as_bytes();
        (bytes.first().copied(), bytes.last().copied())
    };
    controls.iter().enumerate().any(|(at, control)| {
        controls[..at]
            .iter()
            .any(|other| ends(other) == ends(control))
    })
}
