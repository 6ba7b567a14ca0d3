// Links lead to items here, and to files where the page is read as a file: of two definitions the first one counts.
//! [Bind a document]: super::bind_a_document
//! [features]: super::features
//! [security-controls.md]: #the-document
#![doc = include_str!("write_a_catalog.md")]
#![doc = "```text"]
#![doc = include_str!("security-controls.md")]
#![doc = "```"]
