//! Writes a source file: the whole new text, or nothing.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Write},
    path::{Path, PathBuf},
};

use crate::{file::SourceFile, message::Message};

const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// Puts another text in place of the one that has been read from a file.
///
/// # Errors
///
/// When the file isn't what it was, or can't be written.
pub(super) fn write(source: &SourceFile, text: &str) -> Result<(), Message> {
    let trouble = |error: &io::Error| {
        Message::error(format!(
            "the source file `{}` can't be written, and is as it was: {error}",
            source.shown
        ))
    };
    let changed = || {
        Message::error(format!(
            "the source file `{}` has changed meanwhile, and isn't written: run `cargo controls fix` again",
            source.shown
        ))
    };
    // What a link leads to is written, the link stays.
    let path = source
        .path
        .canonicalize()
        .map_err(|error| trouble(&error))?;
    let old = fs::read(&path).map_err(|error| trouble(&error))?;
    let new = bytes(source, &old, text).ok_or_else(changed)?;
    match replace(&path, &old, &new) {
        Ok(true) => Ok(()),
        Ok(false) => Err(changed()),
        Err(error) => Err(trouble(&error)),
    }
}

/// The new text with the marks of the old file that aren't part of the text; `None` if the old file isn't the one that
/// the text was read from.
fn bytes(source: &SourceFile, old: &[u8], text: &str) -> Option<Vec<u8>> {
    let (mark, rest) = match old.strip_prefix(BYTE_ORDER_MARK) {
        Some(rest) => (BYTE_ORDER_MARK, rest),
        None => (&[][..], old),
    };
    // A `#!` line has been read as blanks.
    let read = source.text.as_bytes();
    let blank = read
        .iter()
        .position(|byte| *byte != b' ')
        .filter(|_| rest.starts_with(b"#!"))
        .unwrap_or(0);
    let first = rest.get(..blank)?;
    if rest.len() != read.len() || rest.get(blank..) != read.get(blank..) || first.contains(&b'\n')
    {
        return None;
    }
    Some([mark, first, text.as_bytes().get(blank..)?].concat())
}

/// Writes a file beside the old one and gives it its name, unless the old one has other bytes than it should.
fn replace(path: &Path, old: &[u8], new: &[u8]) -> io::Result<bool> {
    let permissions = fs::metadata(path)?.permissions();
    if permissions.readonly() {
        return Err(io::Error::new(
            io::ErrorKind::PermissionDenied,
            "it is read-only",
        ));
    }
    let (beside, mut file) = beside(path)?;
    let written = file
        .write_all(new)
        .and_then(|()| file.set_permissions(permissions))
        .and_then(|()| file.sync_all())
        .and_then(|()| fs::read(path))
        .and_then(|now| {
            if now == old {
                fs::rename(&beside, path).map(|()| true)
            } else {
                Ok(false)
            }
        });
    if !matches!(written, Ok(true)) {
        // It's of no use to anybody; the first error is the one that matters.
        let _ = fs::remove_file(&beside);
    }
    written
}

/// A new file in the same folder: a file of another file system can't take the place of the old one at once.
fn beside(path: &Path) -> io::Result<(PathBuf, File)> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let mut tries = 0;
    loop {
        let beside = path.with_file_name(format!(".{name}.{}-{tries}.tmp", std::process::id()));
        match OpenOptions::new()
            .write(true)
            .create_new(true)
            .open(&beside)
        {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && tries < 100 => tries += 1,
            result => return result.map(|file| (beside, file)),
        }
    }
}

#[cfg(test)]
mod tests {
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
    fn marks_are_kept() {
        let folder = tempfile::TempDir::new().unwrap();
        let path = folder.path().join("a.rs");
        for (before, after) in [
            ("mod a;\n", "mod b;\n"),
            ("\u{feff}mod a;\n", "\u{feff}mod b;\n"),
            ("#!/bin/é  \nmod a;\n", "#!/bin/é  \nmod b;\n"),
            ("\u{feff}#!/x\r\nmod a;\r\n", "\u{feff}#!/x\r\nmod b;\r\n"),
            ("  #!/x\nmod a;", "  #!/x\nmod b;"),
        ] {
            fs::write(&path, before).unwrap();
            let source = SourceFile::read(&path).unwrap();
            let text = source.text.replace("mod a", "mod b");
            write(&source, &text).unwrap();
            assert_eq!(fs::read_to_string(&path).unwrap(), after);
            assert!(write(&source, &text).is_err(), "{before}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn permissions_and_links_are_kept() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let folder = tempfile::TempDir::new().unwrap();
        let (path, link) = (folder.path().join("a.rs"), folder.path().join("link.rs"));
        fs::write(&path, "old").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        symlink(&path, &link).unwrap();
        write(&SourceFile::read(&link).unwrap(), "new").unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "new");
        assert_eq!(
            fs::metadata(&path).unwrap().permissions().mode() & 0o777,
            0o640
        );
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        fs::set_permissions(&path, fs::Permissions::from_mode(0o440)).unwrap();
        assert!(write(&SourceFile::read(&path).unwrap(), "newer").is_err());
    }
}
