//! The trait over catalogs whose rows have answers.

use core::{fmt, iter::FusedIterator, slice};

use crate::{Answer, Control};

/// A catalog whose rows have answers. A catalog without answers, such as a framework's, doesn't implement it.
///
/// ```
/// use controls_core::{Answered, Answer};
///
/// controls_core::controls! {
///     enum Service {
///         Network = "Network" { Firewall = "Firewall support" => Yes, Tunnel = "Tunneling support" => No }
///     }
/// }
///
/// fn gaps<C: Answered>() -> impl Iterator<Item = &'static C> {
///     C::ALL.iter().filter(|control| control.answer() == Answer::No)
/// }
///
/// assert_eq!(gaps::<Service>().collect::<Vec<_>>(), [&Service::Tunnel]);
/// ```
#[diagnostic::on_unimplemented(
    message = "the rows of `{Self}` have no answers",
    note = "a catalog is `Answered` if its definition answers each row: `Firewall = \"Firewall support\" => Yes`"
)]
pub trait Answered: Control {
    /// Returns what the row answers.
    fn answer(self) -> Answer;

    /// Asserts that the answer is still the one that was reviewed.
    ///
    /// # Panics
    ///
    /// When the answer is another one; the message says which, and where in the document.
    #[track_caller]
    fn assert_answer(self, reviewed: Answer) {
        Self::CATALOG.assert_answer(self.index(), reviewed);
    }

    /// Returns an iterator over the controls with this answer, in order. It knows its exact length.
    #[must_use]
    fn with_answer(answer: Answer) -> WithAnswer<Self> {
        WithAnswer::new(answer)
    }
}

/// An iterator over the controls of a catalog that have a given answer, in order. Made by [`Answered::with_answer`].
#[derive(Clone)]
pub struct WithAnswer<C: 'static> {
    rest: slice::Iter<'static, C>,
    answer: Answer,
    left: usize,
}

impl<C: Answered> WithAnswer<C> {
    pub(crate) fn new(answer: Answer) -> Self {
        let left = C::ALL
            .iter()
            .filter(|control| control.answer() == answer)
            .count();
        WithAnswer {
            rest: C::ALL.iter(),
            answer,
            left,
        }
    }
}

impl<C: Answered> Iterator for WithAnswer<C> {
    type Item = C;

    fn next(&mut self) -> Option<C> {
        let found = self
            .rest
            .find(|control| control.answer() == self.answer)
            .copied();
        self.left -= usize::from(found.is_some());
        found
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left, Some(self.left))
    }
}

impl<C: Answered> DoubleEndedIterator for WithAnswer<C> {
    fn next_back(&mut self) -> Option<C> {
        let found = self
            .rest
            .rfind(|control| control.answer() == self.answer)
            .copied();
        self.left -= usize::from(found.is_some());
        found
    }
}

impl<C: Answered> ExactSizeIterator for WithAnswer<C> {}

impl<C: Answered> FusedIterator for WithAnswer<C> {}

impl<C: Answered> fmt::Debug for WithAnswer<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.clone()).finish()
    }
}
