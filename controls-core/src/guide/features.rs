// Links lead to items here, and to files where the page is read as a file: of two definitions the first one counts.
//! [`Answer`]: crate::Answer
//! [`Assessment`]: crate::Assessment
//! [`Catalog`]: crate::Catalog
//! [`ControlSet`]: crate::ControlSet
//! [`Crosswalk`]: crate::Crosswalk
//! [`Date`]: crate::Date
//! [`Fingerprint`]: crate::Fingerprint
//! [`Finding`]: crate::Finding
//! [`Known`]: crate::Known
//! [`Link`]: crate::Link
//! [`Position`]: crate::Position
//! [`Record`]: crate::Record
//! [`Section`]: crate::Section
//! [`StoredAssessment`]: crate::StoredAssessment
//! [OSCAL catalogs]: super::bind_a_document#oscal-catalogs
//! [spreadsheets]: super::bind_a_document#spreadsheets
#![doc = include_str!("features.md")]
