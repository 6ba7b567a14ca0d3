//! Where a definition may stand, who may see what it makes, and which macros it may come through.

#![deny(warnings)]
#![cfg_attr(
    not(test),
    allow(dead_code, reason = "the tests alone ask for most of it")
)]

mod functions;
mod macros;
pub mod nested;
mod two;
mod visible;
