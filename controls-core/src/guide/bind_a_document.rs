// Links lead to items here, and to files where the page is read as a file: of two definitions the first one counts.
//! [`crosswalk!`]: crate::crosswalk!
//! [hardening-benchmark.md]: #the-document
#![doc = include_str!("bind_a_document.md")]
#![doc = "```text"]
#![doc = include_str!("hardening-benchmark.md")]
#![doc = "```"]
