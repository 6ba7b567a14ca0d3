//! Reads control documents: Markdown articles whose tables say which security controls a service has.
//!
//! [`read`] takes what a person takes for a table, because the real documents are written by hand and often aren't valid
//! Markdown tables, and remarks on whatever it read leniently. [`compare`] says which row is which in two readings, or in
//! a reading and what a person has reviewed, and what has changed. [`links`] and [`resolve`] find the links in a cell and
//! where they lead; [`excerpt`] shows a place in a document in the way that rustc shows a place in a source.
//!
//! Nothing here panics on any text, takes more than about linear time, or reads a file.

mod above;
mod answer;
mod apart;
mod bind;
mod block;
mod cell;
mod cells;
mod columns;
mod comments;
mod compare;
mod containers;
#[cfg(feature = "csv")]
mod csv;
mod delimiter;
mod document;
mod drift;
mod excerpt;
mod front;
mod given;
mod groups;
mod header;
mod heading_controls;
mod headings;
mod indexed;
mod instead;
mod labelled;
mod lexicon;
mod limit;
mod line_index;
mod lines;
mod links;
mod listed;
mod marks;
mod named;
mod namespace;
mod no_controls;
mod numbered;
mod open_table;
#[cfg(feature = "oscal")]
mod oscal;
mod outline;
mod place;
mod plain;
mod read;
mod read_error;
mod remark;
mod rows;
mod sections;
mod seen;
mod slash;
mod spans;
mod tables;
mod text;
mod told;
mod twins;
mod under;
mod unread;
mod unread_heading;
mod unseen;
mod url;
mod verbatim;
mod words;
mod written;

pub use above::{Above, heading_path, headings_of};
pub use answer::Answer;
pub use bind::{Binding, Blank, Column, Columns, Headings, Words};
pub use cell::Cell;
pub use compare::{Comparison, Facts, compare};
#[cfg(feature = "csv")]
pub use csv::read_csv;
pub use document::{Control, Document, Heading, Property, Section, Table};
pub use drift::{Change, Kind, Subject};
pub use excerpt::{excerpt, excerpt_by};
pub use given::{Given, become_of};
pub use indexed::{IndexedDocument, Near, Unread};
pub use instead::Instead;
pub use lexicon::word_of_answer;
pub use limit::MOST_CONTROLS;
pub use line_index::LineIndex;
pub use links::{Link, links, located_links, plain_text};
pub use namespace::OSCAL_NAMESPACE;
pub use no_controls::{NoControls, NoHeadings};
pub use numbered::numbered;
#[cfg(feature = "oscal")]
pub use oscal::read_oscal;
pub use outline::{Group, Outline, OutlineSection, Row};
pub use place::Place;
pub use plain::plain;
pub use read::{read, read_bound};
pub use read_error::ReadError;
pub use remark::Remark;
pub use text::{Text, folded};
pub use told::Told;
pub use under::HeadingError;
pub use unread_heading::UnreadHeading;
pub use unseen::{is_unseen, unlike, visible};
pub use url::{is_absolute, resolve};
pub use written::{written_cell, written_heading};
