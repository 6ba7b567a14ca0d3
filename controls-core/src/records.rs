//! Iteration over the records of a catalog.

use core::{fmt, iter::FusedIterator, ops::Range};

use crate::{Catalog, Record};

/// The records of a catalog or of one of its sections, in order. Made by [`Catalog::records`] and
/// [`Catalog::records_of`].
#[derive(Clone)]
pub struct Records<'c> {
    catalog: &'c Catalog,
    rest: Range<usize>,
}

impl<'c> Records<'c> {
    pub(crate) const fn new(catalog: &'c Catalog, start: usize, end: usize) -> Self {
        Records {
            catalog,
            rest: start..end,
        }
    }
}

impl Iterator for Records<'_> {
    type Item = Record;

    fn next(&mut self) -> Option<Record> {
        self.rest.next().map(|index| self.catalog.__at(index))
    }

    fn nth(&mut self, n: usize) -> Option<Record> {
        self.rest.nth(n).map(|index| self.catalog.__at(index))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.rest.size_hint()
    }
}

impl DoubleEndedIterator for Records<'_> {
    fn next_back(&mut self) -> Option<Record> {
        self.rest.next_back().map(|index| self.catalog.__at(index))
    }
}

impl ExactSizeIterator for Records<'_> {}

impl FusedIterator for Records<'_> {}

impl fmt::Debug for Records<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.clone()).finish()
    }
}
