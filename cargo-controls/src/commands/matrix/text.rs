//! A matrix for people: a table where all catalogs have room beside the titles, and otherwise, or where one control is asked
//! for, who answers what.

mod answers;
mod table;

use super::model::Matrix;
use crate::show::text::text;

/// The matrix, as wide as the terminal at most.
pub(super) fn matrix(matrix: &Matrix<'_>, asks_for_one: bool, width: Option<usize>) -> String {
    let table = if asks_for_one {
        None
    } else {
        table::table(matrix, width)
    };
    text(&table.unwrap_or_else(|| answers::answers(matrix, asks_for_one, width)))
}
