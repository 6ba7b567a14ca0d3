// Links lead to items here, and to files where the page is read as a file: of two definitions the first one counts.
//! [`Answered`]: crate::Answered
//! [`Assessment`]: crate::Assessment
//! [`Catalog`]: crate::Catalog
//! [`Control`]: crate::Control
//! [`ControlSet`]: crate::ControlSet
//! [`crosswalk!`]: crate::crosswalk!
//! [`Crosswalk`]: crate::Crosswalk
//! [`Known`]: crate::Known
//! [`Relation`]: crate::Relation
//! [`StoredAssessment`]: crate::StoredAssessment
//! [features]: super::features
#![doc = include_str!("use_it_downstream.md")]
