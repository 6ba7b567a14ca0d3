//! Pins: what code relies on, held against what the document says now.
//!
//! A `match` finds controls that were added or removed. A pin finds one that has changed:
//! `const _: () = AzureBackup::ForcedTunneling.assert_answer(Answer::No);` compiles until the answer is another one.

use crate::{Answer, Catalog, Fingerprint, const_string::ConstString};

impl Catalog {
    /// Asserts that the answer of a control, by its index in [`records`](Self::records), is still the one that was
    /// reviewed: in a constant, when it's compiled, and else when it runs.
    ///
    /// # Panics
    ///
    /// When the answer is another one, with a message that says which control it is, what it answered and answers now,
    /// and where in the document; and when there is no such index.
    #[track_caller]
    pub const fn assert_answer(&self, index: usize, reviewed: Answer) {
        let now = self.records[index].answer;
        if let Some(answer) = now
            && answer.same(reviewed)
        {
            return;
        }
        let message = self
            .named(index, ConstString::new())
            .text(" was reviewed as ");
        let message = answered(message, reviewed);
        let message = match now {
            Some(answer) => answered(message.text(", and is now "), answer),
            None => message.text(", and now has no answer"),
        };
        panic!("{}", self.placed(index, message).as_str());
    }

    /// Asserts that nothing of what a control says, by its index in [`records`](Self::records), has changed since it was
    /// reviewed: in a constant, when it's compiled, and else when it runs.
    ///
    /// # Panics
    ///
    /// When the fingerprint is another one, with a message that says which control it is, where to look, and the
    /// fingerprint to write after a review; and when there is no such index.
    #[track_caller]
    pub const fn assert_record(&self, index: usize, reviewed: &str) {
        let now = self.records[index].fingerprint;
        let message = match check(now, reviewed) {
            Pin::Holds => return,
            Pin::Invalid => self.named(index, invalid(reviewed)),
            Pin::Broken => self
                .named(index, ConstString::new())
                .text(" has changed since it was reviewed"),
        };
        panic!("{}", to_write(self.placed(index, message), now).as_str());
    }

    /// Asserts that nothing of what the catalog says has changed since it was reviewed: in a constant, when it's
    /// compiled, and else when it runs.
    ///
    /// # Panics
    ///
    /// When the fingerprint is another one, with a message that says which catalog it is, where to look, and the
    /// fingerprint to write after a review.
    #[track_caller]
    pub const fn assert_fingerprint(&self, reviewed: &str) {
        let message = match check(self.fingerprint, reviewed) {
            Pin::Holds => return,
            Pin::Invalid => invalid(reviewed).text("`").text(self.name).text("`"),
            Pin::Broken => ConstString::new()
                .text("`")
                .text(self.name)
                .text("` has changed since it was reviewed"),
        };
        let message = match self.document {
            Some(document) => message.text(" (").text(file_name(document)).text(")"),
            None => message,
        };
        panic!("{}", to_write(message, self.fingerprint).as_str());
    }

    /// Adds `` `Catalog::Variant` ``.
    const fn named(&self, index: usize, message: ConstString) -> ConstString {
        message
            .text("`")
            .text(self.name)
            .text("::")
            .text(self.records[index].name)
            .text("`")
    }

    /// Adds the document and the line, if there is one.
    const fn placed(&self, index: usize, message: ConstString) -> ConstString {
        match (self.document, self.records[index].position) {
            (Some(document), Some(position)) => message
                .text(" (")
                .text(file_name(document))
                .text(":")
                .number(position.line)
                .text(")"),
            _ => message,
        }
    }
}

/// Adds an answer: a word, or the text of a qualified one in the quotes that a definition has.
const fn answered(message: ConstString, answer: Answer) -> ConstString {
    match answer {
        Answer::Qualified(text) => message.text("`\"").text(text).text("\"`"),
        word => message.text("`").text(word.word()).text("`"),
    }
}

enum Pin {
    Holds,
    Broken,
    Invalid,
}

const fn check(now: Fingerprint, reviewed: &str) -> Pin {
    match Fingerprint::parse(reviewed) {
        Ok(reviewed) if reviewed.0 == now.0 => Pin::Holds,
        Ok(_) => Pin::Broken,
        Err(_) => Pin::Invalid,
    }
}

const fn invalid(text: &str) -> ConstString {
    ConstString::new()
        .text("`")
        .text(text)
        .text("` isn't a fingerprint, which is 32 hexadecimal digits, for ")
}

const fn to_write(message: ConstString, fingerprint: Fingerprint) -> ConstString {
    message
        .text(": after review, write \"")
        .hex(fingerprint.0)
        .text("\"")
}

/// What follows the last slash.
const fn file_name(path: &str) -> &str {
    let bytes = path.as_bytes();
    let mut at = bytes.len();
    while at > 0 && bytes[at - 1] != b'/' {
        at -= 1;
    }
    path.split_at(at).1
}
