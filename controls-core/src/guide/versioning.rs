// Links lead to items here, and to files where the page is read as a file: of two definitions the first one counts.
//! [`Fingerprint`]: crate::Fingerprint
//! [`Known`]: crate::Known
#![doc = include_str!("versioning.md")]
