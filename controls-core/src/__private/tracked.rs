//! Whether the document that the compiler includes, which Cargo watches, is the one that the macro has read.

use crate::const_string::ConstString;

/// What the macro knows of the document: see `controls-dsl/src/expand/tracked.rs`.
#[derive(Clone, Copy)]
pub struct Tracked {
    /// The path, as written.
    pub path: &'static str,
    /// The file that contains the path, as `file!` shows it.
    pub file: &'static str,
    /// The file that contains the path, as it's called on this machine.
    pub local: &'static str,
    /// How many bytes have been read.
    pub length: usize,
    /// A digest of some of them.
    pub digest: u64,
}

impl Tracked {
    /// Asserts that the included file is the one that was read. `call` is the file in which the outermost macro is called,
    /// from which people who know `include_str!` would look for it.
    ///
    /// # Panics
    ///
    /// When the path is written in another folder, by a macro, or leads to another file. In a constant, that doesn't
    /// compile.
    #[track_caller]
    pub const fn assert(self, call: &str, included: &[u8]) {
        let folder = folder(call);
        if !same(folder, self::folder(self.file)) && !same(folder, self::folder(self.local)) {
            let message = ConstString::new()
                .text("the path `")
                .text(self.path)
                .text("` is relative to `")
                .text(self.file)
                .text("`, whose macro contains it, and not to `")
                .text(call)
                .text("`: have the path passed to the macro");
            panic!("{}", message.as_str());
        }
        if included.len() != self.length || digest(included) != self.digest {
            let message = ConstString::new()
                .text("the document `")
                .text(self.path)
                .text("` isn't what it was when it was read: build again");
            panic!("{}", message.as_str());
        }
    }
}

/// The path of a file up to its name, and without what changes nothing before it.
const fn folder(file: &str) -> &[u8] {
    let bytes = file.as_bytes();
    let mut end = bytes.len();
    while end > 0 && !matches!(bytes[end - 1], b'/' | b'\\') {
        end -= 1;
    }
    bytes.split_at(end).0
}

const fn same(one: &[u8], other: &[u8]) -> bool {
    if one.len() != other.len() {
        return false;
    }
    let mut at = 0;
    while at < one.len() && one[at] == other[at] {
        at += 1;
    }
    at == one.len()
}

/// A digest of 64 words, from the first to the last: of a hundred kilobytes, the compiler would take a second.
const fn digest(bytes: &[u8]) -> u64 {
    let mut digest = 0;
    if let Some(last) = bytes.len().checked_sub(8) {
        let mut at = 0;
        while at < 64 {
            let word = match bytes
                .split_at(last / 63 * at + last % 63 * at / 63)
                .1
                .first_chunk()
            {
                Some(word) => u64::from_le_bytes(*word),
                None => 0,
            };
            digest = (digest ^ word).wrapping_mul(0x0000_0100_0000_01b3);
            at += 1;
        }
    }
    digest
}

#[cfg(test)]
mod tests {
    extern crate std;

    use std::{panic::catch_unwind, string::String, vec, vec::Vec};

    use super::*;

    fn is_accepted(tracked: Tracked, call: &str, included: &[u8]) -> bool {
        catch_unwind(|| tracked.assert(call, included)).is_ok()
    }

    fn tracked(read: &[u8]) -> Tracked {
        Tracked {
            path: "d.md",
            file: "/remapped/src/lib.rs",
            local: "src/lib.rs",
            length: read.len(),
            digest: digest(read),
        }
    }

    #[test]
    fn the_document_is_relative_to_the_folder_of_the_call() {
        let document = tracked(b"");
        for (call, accepted) in [
            ("src/lib.rs", true),
            ("/remapped/src/other.rs", true),
            ("src/nested/lib.rs", false),
            ("lib.rs", false),
            ("/home/src/lib.rs", false),
        ] {
            assert_eq!(is_accepted(document, call, b""), accepted, "{call}");
        }
    }

    #[test]
    fn each_change_of_a_short_document_is_found() {
        for length in [0, 1, 7, 8, 9, 63, 64, 65, 511, 512] {
            let read: Vec<u8> = (b'a'..=b'z').cycle().take(length).collect();
            assert!(is_accepted(tracked(&read), "src/lib.rs", &read), "{length}");
            for at in 0..length {
                let mut other = read.clone();
                other[at] ^= 1;
                let is_long = length >= 8;
                let accepted = is_accepted(tracked(&read), "src/lib.rs", &other);
                assert_eq!(accepted, !is_long, "{at} of {length}");
            }
            let longer = [&read[..], b"."].concat();
            assert!(
                !is_accepted(tracked(&read), "src/lib.rs", &longer),
                "{length}"
            );
        }
    }

    #[test]
    fn of_a_long_document_a_change_of_a_row_is_found() {
        let row = "| Firewall support | Yes | By rules. |\n";
        let read: String = row.repeat(2_000);
        for at in [0, 900, 1_999] {
            let mut other = vec![row; 2_000];
            other[at] = "| Firewall support | No |\n";
            assert!(!is_accepted(
                tracked(read.as_bytes()),
                "src/lib.rs",
                other.concat().as_bytes()
            ));
        }
    }
}
