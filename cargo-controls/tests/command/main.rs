//! Runs the command as a person does, on packages and documents that the tests make.

mod arguments;
mod check;
mod drift;
mod explain;
mod manual;
mod modules;
mod packages;
mod read;
mod sample;
