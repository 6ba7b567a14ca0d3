// Links lead to items here, and to files where the page is read as a file: of two definitions the first one counts.
//! [When the catalog is built again]: super::react_to_drift#when-the-catalog-is-built-again
#![doc = include_str!("editors.md")]
