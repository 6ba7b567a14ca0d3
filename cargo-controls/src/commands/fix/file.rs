//! Writes a source file that is still the one that has been read.

use std::{fs, io};

use crate::{file::SourceFile, message::Message, replace::replace};

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

#[cfg(test)]
mod tests {
    use super::*;

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
