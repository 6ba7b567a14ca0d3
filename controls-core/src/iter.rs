//! Iteration over the controls with one answer.

use core::{fmt, iter::FusedIterator, slice};

use crate::{Answer, Answered};

/// The controls of a catalog that have a given answer, in order. Made by [`Answered::with_answer`].
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
