//! Runs the command as a person does, on packages and documents that the tests make.

mod arguments;
mod binding;
mod check;
mod corpus;
mod dependencies;
mod diff;
mod drift;
mod explain;
mod export;
mod fix;
#[cfg(unix)]
mod fix_evidence;
mod formats;
mod groups;
mod history;
mod import;
mod labels;
mod linear;
mod list;
mod manners;
mod manual;
mod mapping;
mod matrix;
mod modules;
mod oscal;
mod packages;
mod pages;
mod read;
mod remarks;
mod sample;
mod schemas;
#[cfg(unix)]
mod session;
mod spreadsheet;
#[cfg(unix)]
mod terminal;
mod trace;
mod translation;
