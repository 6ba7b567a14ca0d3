// Links lead to items here, and to files where the page is read as a file: of two definitions the first one counts.
//! [binding]: super::bind_a_document
//! [next-edition.md]: #the-next-edition
//! [Versioning]: super::versioning
//! [Write a catalog]: super::write_a_catalog
#![doc = include_str!("react_to_drift.md")]
#![doc = "```text"]
#![doc = include_str!("next-edition.md")]
#![doc = "```"]
