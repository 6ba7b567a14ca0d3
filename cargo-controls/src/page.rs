//! Pages that are written to files.

use std::{
    fs,
    io::{self, Write as _},
    path::Path,
};

use crate::{paths, replace::replace};

/// What each page of a command begins with, and says what has written it.
pub(crate) fn mark(command: &str) -> String {
    format!("<!DOCTYPE html>\n<!-- written by `cargo controls {command}` -->\n")
}

/// Writes a page of a command, but never over a file that isn't an earlier one: it could be one of the documents.
///
/// # Errors
///
/// Says why it isn't written.
pub(crate) fn write(file: &Path, page: &str, command: &str) -> Result<(), String> {
    let shown = paths::shown(&paths::from_here(file));
    let failed = |error: io::Error| format!("the page can't be written to `{shown}`: {error}");
    let isnt_page = || {
        format!(
            "`{shown}` isn't a page that `cargo controls {command}` has written, so nothing is written over it: name a file that isn't there yet, or remove it"
        )
    };
    let path = match file.canonicalize() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let new = fs::File::options().write(true).create_new(true).open(file);
            return new
                .and_then(|mut new| new.write_all(page.as_bytes()))
                .map_err(failed);
        }
        Err(error) => return Err(failed(error)),
        Ok(path) => path,
    };
    // Reading anything else could wait for ever.
    if !path.is_file() {
        return Err(isnt_page());
    }
    match fs::read(&path) {
        Ok(old) if old.starts_with(mark(command).as_bytes()) => {
            match replace(&path, &old, page.as_bytes()) {
                Ok(true) => Ok(()),
                Ok(false) => Err(format!("`{shown}` has changed meanwhile: run it again")),
                Err(error) => Err(failed(error)),
            }
        }
        Ok(_) => Err(isnt_page()),
        Err(error) => Err(failed(error)),
    }
}
