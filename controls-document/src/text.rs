//! Text in the one form in which it is compared: white space folded, in Unicode's NFC.

use std::{
    borrow::Cow,
    fmt,
    ops::{Deref, Range},
};

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// Returns the text in the form in which texts are compared: without white space at its ends, with each run of white
/// space within it as one space, and in NFC, the form of Unicode in which `é` is one character and not two.
///
/// White space is what Unicode calls so, the non-breaking space included. Nothing else is changed: letter case,
/// punctuation and Markdown are content, and so are `&amp;` against `&` and `__` against `**`, because a definition quotes
/// a document as it is written, and a reader of a message about the two sees what has changed.
///
/// ```
/// use controls_document::folded;
///
/// assert_eq!(folded(" a \u{a0} b\tc "), "a b c");
/// assert_eq!(folded("Cafe\u{301}"), "Caf\u{e9}");
/// assert_ne!(folded("Backup &amp; restore"), folded("Backup & restore"));
/// ```
#[must_use]
pub fn folded(text: &str) -> Cow<'_, str> {
    if !text.is_ascii() && is_nfc_quick(text.chars()) != IsNormalized::Yes {
        let composed: String = text.nfc().collect();
        if composed != text {
            return Cow::Owned(spaced(&composed).into_owned());
        }
    }
    spaced(text)
}

/// The text with its white space folded.
fn spaced(text: &str) -> Cow<'_, str> {
    let text = text.trim();
    let mut space_before = false;
    let is_folded = text.chars().all(|c| {
        let fine = !c.is_whitespace() || (c == ' ' && !space_before);
        space_before = c.is_whitespace();
        fine
    });
    if is_folded {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    Cow::Owned(out)
}

/// A part of a text, borrowed where the text is.
pub(crate) fn part<'a>(text: &Cow<'a, str>, range: Range<usize>) -> Cow<'a, str> {
    match text {
        Cow::Borrowed(text) => Cow::Borrowed(&text[range]),
        Cow::Owned(text) => Cow::Owned(text[range].to_owned()),
    }
}

/// Applies a step that may or may not need a copy.
pub(crate) fn map(text: Cow<'_, str>, step: impl Fn(&str) -> Cow<'_, str>) -> Cow<'_, str> {
    match text {
        Cow::Borrowed(text) => step(text),
        Cow::Owned(text) => Cow::Owned(step(&text).into_owned()),
    }
}

/// A text of a document, which is [`folded`] whatever it was made of. Use it as a `&str`.
///
/// It is borrowed from the document where it is there in that form, and a copy where it isn't.
///
/// ```
/// let document = controls_document::read("## Network\n\n|Control|Yes/No|\n|--|--|\n|Fire\\|wall  rules|No|\n")?;
/// let title: &str = &document.sections[0].controls[0].title.text;
/// assert_eq!(title, "Fire|wall rules");
/// # Ok::<(), controls_document::ReadError>(())
/// ```
#[derive(Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Text<'a>(Cow<'a, str>);

impl<'a> Text<'a> {
    /// Returns the text, folded.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        Text(folded(text))
    }

    /// The text of several pieces, folded. It is borrowed if there is one.
    pub(crate) fn of(text: Cow<'a, str>) -> Self {
        match text {
            Cow::Borrowed(text) => Text::new(text),
            Cow::Owned(text) => Text(Cow::Owned(folded(&text).into_owned())),
        }
    }
}

impl Deref for Text<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl PartialEq<str> for Text<'_> {
    fn eq(&self, other: &str) -> bool {
        **self == *other
    }
}

impl PartialEq<&str> for Text<'_> {
    fn eq(&self, other: &&str) -> bool {
        **self == **other
    }
}

impl fmt::Debug for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}

impl fmt::Display for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_compared_in_one_form() {
        for (text, expected) in [
            ("", ""),
            (" ", ""),
            ("a", "a"),
            ("a b", "a b"),
            (" a", "a"),
            ("a ", "a"),
            ("a  b", "a b"),
            ("a\tb", "a b"),
            ("a\u{7f}b", "a\u{7f}b"),
            ("\u{3000}は い\u{a0}", "は い"),
            ("é  è", "é è"),
            ("e\u{301}", "é"),
            (" e\u{301}\u{a0} x", "é x"),
            ("\u{212b}", "Å"),
            ("한", "한"),
            // What has no other spelling stays, though a mark alone might have been one.
            ("q\u{307}", "q\u{307}"),
            // Letter case, compatibility forms, entities and marks of emphasis are content.
            ("ＹＥＳ ﬁ &amp; __a__", "ＹＥＳ ﬁ &amp; __a__"),
        ] {
            assert_eq!(folded(text), expected, "{text:?}");
            assert_eq!(
                matches!(folded(text), Cow::Borrowed(_)),
                text.contains(expected),
                "{text:?}"
            );
            assert_eq!(folded(expected), expected, "{text:?}");
        }
    }
}
