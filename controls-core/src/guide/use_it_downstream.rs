#![doc = include_str!("use_it_downstream.md")]
