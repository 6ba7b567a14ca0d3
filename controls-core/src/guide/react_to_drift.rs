#![doc = include_str!("react_to_drift.md")]
#![doc = "```text"]
#![doc = include_str!("next-edition.md")]
#![doc = "```"]
