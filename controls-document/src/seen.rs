//! Text as a person sees it.

use std::borrow::Cow;

use crate::unseen::is_unseen;

/// The text without the characters that nobody sees.
pub(crate) fn seen(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || !text.contains(is_unseen) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().filter(|c| !is_unseen(*c)).collect())
}
