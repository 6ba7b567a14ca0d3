// Links lead to items here, and to files where the page is read as a file: of two definitions the first one counts.
//! [`Assessment`]: crate::Assessment
//! [binding]: super::bind_a_document
//! [evidence]: crate::evidence
#![doc = include_str!("evidence.md")]
