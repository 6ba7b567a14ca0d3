//! Names in OSCAL that are ours.

/// The namespace of the properties and parts in OSCAL that only exports of a catalog have.
pub const OSCAL_NAMESPACE: &str = "https://docs.rs/controls-oscal";
