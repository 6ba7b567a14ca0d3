//! Words that changed within a text, marked as `git diff --word-diff` does.

use controls_document::Piece;

/// A text in which what only the old one has stands in `[-…-]`, and what only the new one has in `{+…+}`. `shown`
/// makes each piece what may be shown.
pub(crate) fn marked(pieces: &[Piece], shown: impl Fn(&str) -> String) -> String {
    let piece = |piece: &Piece| match piece {
        Piece::Same(text) => shown(text),
        Piece::Old(text) => format!("[-{}-]", shown(text)),
        Piece::New(text) => format!("{{+{}+}}", shown(text)),
    };
    pieces.iter().map(piece).collect()
}
