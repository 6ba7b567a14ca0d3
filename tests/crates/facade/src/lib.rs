//! A framework that passes `controls!` on in both ways: with its crate, and alone.

#![deny(warnings)]

pub use controls_core;
pub use controls_core::controls;
