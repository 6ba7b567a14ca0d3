//! Paths as references.

use std::fmt::Write;

/// A path as a reference: relative where the path is, with all else percent-encoded that isn't plain.
pub(super) fn uri(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    let is_drive = path.get(1..3) == Some(":/");
    if path.starts_with('/') || is_drive {
        out.push_str(if is_drive { "file:///" } else { "file://" });
    }
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) || (byte == b':' && is_drive) {
            out.push(char::from(byte));
        } else {
            // What a `String` can't take is nothing.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::uri;

    #[test]
    fn paths_are_references() {
        for (path, expected) in [
            ("src/lib.rs", "src/lib.rs"),
            ("../a b/é#1.md", "../a%20b/%C3%A9%231.md"),
            ("a:b.md", "a%3Ab.md"),
            ("/tmp/a%.md", "file:///tmp/a%25.md"),
            ("C:/a.md", "file:///C:/a.md"),
        ] {
            assert_eq!(uri(path), expected);
        }
    }
}
