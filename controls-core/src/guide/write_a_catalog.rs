#![doc = include_str!("write_a_catalog.md")]
#![doc = "```text"]
#![doc = include_str!("security-controls.md")]
#![doc = "```"]
