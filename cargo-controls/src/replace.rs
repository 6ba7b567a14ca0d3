//! Replaces a file by a whole new one, or not at all.

use std::{
    fs,
    io::{self, Write},
    path::Path,
    time::Duration,
};

use tempfile::Builder;

/// What the names of unfinished files end with.
const UNFINISHED: &str = ".controls-unfinished";

/// After this time an unfinished file isn't being written any more: whoever wrote it has been killed.
const FORGOTTEN: Duration = Duration::from_secs(600);

/// Puts a new file in the place of an old one, unless that has other bytes than it should. Returns whether it has been
/// replaced.
///
/// The new file is written beside the old one, because one of another file system couldn't take its place at once.
/// Files that an earlier run couldn't finish are removed.
///
/// # Errors
///
/// When the old file can't be read, the new one can't be written, or the old one is read-only.
pub(crate) fn replace(path: &Path, old: &[u8], new: &[u8]) -> io::Result<bool> {
    let permissions = fs::metadata(path)?.permissions();
    if permissions.readonly() {
        return Err(io::Error::new(
            io::ErrorKind::PermissionDenied,
            "it is read-only",
        ));
    }
    let folder = path.parent().unwrap_or(Path::new("."));
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let prefix = format!(".{name}.");
    remove_forgotten(folder, &prefix);
    let mut file = Builder::new()
        .prefix(&prefix)
        .suffix(UNFINISHED)
        .tempfile_in(folder)?;
    file.write_all(new)?;
    file.as_file().set_permissions(permissions)?;
    file.as_file().sync_all()?;
    if fs::read(path)? != old {
        return Ok(false);
    }
    file.persist(path)?;
    Ok(true)
}

/// Removes unfinished files of this name. What can't be removed does no harm.
fn remove_forgotten(folder: &Path, prefix: &str) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let is_unfinished = name.starts_with(prefix) && name.ends_with(UNFINISHED);
        let is_forgotten = || {
            let modified = entry.metadata().and_then(|of| of.modified()).ok()?;
            Some(modified.elapsed().ok()? > FORGOTTEN)
        };
        if is_unfinished && is_forgotten() == Some(true) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

#[cfg(test)]
mod tests {
    use std::{fs::File, time::SystemTime};

    use super::*;

    #[test]
    fn nothing_is_written_over_what_has_changed() {
        let folder = tempfile::TempDir::new().unwrap();
        let path = folder.path().join("a.rs");
        fs::write(&path, "old").unwrap();
        assert!(!replace(&path, b"other", b"new").unwrap());
        assert_eq!(fs::read(&path).unwrap(), b"old");
        assert!(replace(&path, b"old", b"new").unwrap());
        assert_eq!(fs::read(&path).unwrap(), b"new");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn what_a_killed_run_has_left_is_removed() {
        let folder = tempfile::TempDir::new().unwrap();
        let at = |name: &str| folder.path().join(name);
        let old = SystemTime::now() - 2 * FORGOTTEN;
        for (name, modified) in [
            ("a.rs", old),
            (".a.rs.x1.controls-unfinished", old),
            (".a.rs.x2.controls-unfinished", SystemTime::now()),
            (".b.rs.x3.controls-unfinished", old),
            (".a.rs.swp", old),
        ] {
            File::create(at(name))
                .unwrap()
                .set_modified(modified)
                .unwrap();
        }
        assert!(replace(&at("a.rs"), b"", b"new").unwrap());
        let entries = fs::read_dir(folder.path()).unwrap();
        let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name()).collect();
        names.sort();
        assert_eq!(
            names,
            [
                ".a.rs.swp",
                ".a.rs.x2.controls-unfinished",
                ".b.rs.x3.controls-unfinished",
                "a.rs",
            ]
        );
    }
}
