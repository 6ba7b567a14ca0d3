//! Making a folder with files in it: all of them or none, and over nothing that is there.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use tempfile::Builder;

use crate::paths::{self, shown};

/// Makes a folder with some files, given by their paths within it.
pub(super) fn make(folder: &Path, files: &[(&str, &str)]) -> Result<(), String> {
    let there = is_free(folder)?;
    let failed = |error: &io::Error| {
        format!(
            "`{}` can't be made: {error}",
            shown(&paths::from_here(folder))
        )
    };
    let parent = folder.parent().unwrap_or(folder);
    let missing: Vec<&Path> = parent
        .ancestors()
        .take_while(|above| !above.exists())
        .collect();
    let result = fs::create_dir_all(parent).and_then(|()| {
        // Beside the folder, so that moving it is one step. Within it, if the two are one.
        let beside = if there { folder } else { parent };
        let unfinished = Builder::new()
            .prefix(".controls-import-")
            .tempdir_in(beside)?;
        // A folder in it has the permissions that new folders have, and the temporary one only this user's.
        let making = unfinished.path().join("crate");
        write(&making, files)?;
        if there {
            pour(&making, folder)
        } else {
            fs::rename(&making, folder)
        }
    });
    if result.is_err() {
        for made in missing {
            let _ = fs::remove_dir(made);
        }
    }
    result.map_err(|error| failed(&error))
}

/// Returns whether the folder is there already.
///
/// # Errors
///
/// When something is in it, or it's no folder.
pub(super) fn is_free(folder: &Path) -> Result<bool, String> {
    let name = shown(&paths::from_here(folder));
    match fs::read_dir(folder) {
        Ok(mut entries) => match entries.next() {
            None => Ok(true),
            Some(_) => Err(format!(
                "`{name}` isn't empty, and nothing is overwritten: name a folder that isn't there yet"
            )),
        },
        Err(error)
            if error.kind() == io::ErrorKind::NotFound && folder.symlink_metadata().is_err() =>
        {
            Ok(false)
        }
        Err(_) if folder.exists() => Err(format!(
            "`{name}` isn't a folder: name one that isn't there yet"
        )),
        Err(error) => Err(format!("`{name}` can't be looked at: {error}")),
    }
}

fn write(folder: &Path, files: &[(&str, &str)]) -> io::Result<()> {
    for (path, text) in files {
        let path = folder.join(path);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(path, text)?;
    }
    Ok(())
}

/// Moves all that is in one folder to another, or nothing.
fn pour(from: &Path, to: &Path) -> io::Result<()> {
    let mut moved: Vec<(PathBuf, PathBuf)> = Vec::new();
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        let result = if target.symlink_metadata().is_ok() {
            Err(io::Error::new(
                io::ErrorKind::AlreadyExists,
                format!("{} has come meanwhile", shown(&target)),
            ))
        } else {
            fs::rename(entry.path(), &target)
        };
        if let Err(error) = result {
            for (source, target) in moved {
                let _ = fs::rename(target, source);
            }
            return Err(error);
        }
        moved.push((entry.path(), target));
    }
    Ok(())
}
