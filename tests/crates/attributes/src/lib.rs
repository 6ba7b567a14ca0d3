//! Attributes that go through to what the macro makes.

#![deny(warnings, deprecated)]

pub mod conditional;
pub mod deprecation;
pub mod passed_on;
