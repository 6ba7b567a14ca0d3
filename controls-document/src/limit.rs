//! How many controls there can be.

/// How many controls a catalog can have: as many as there are numbers for an enum that is `#[repr(u16)]`, but one, which stands for
/// none.
///
/// ```
/// assert_eq!(controls_document::MOST_CONTROLS, 65_535);
/// ```
pub const MOST_CONTROLS: usize = u16::MAX as usize;
