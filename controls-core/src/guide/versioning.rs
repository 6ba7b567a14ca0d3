#![doc = include_str!("versioning.md")]
