//! What kinds of characters a line has, found out in one look at each byte: most lines have none of those that would
//! need a closer look.

/// The kinds of characters that occur in a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Marks(u8);

impl Marks {
    pub(crate) const PIPE: Marks = Marks(1);
    /// A backtick.
    pub(crate) const CODE: Marks = Marks(2);
    pub(crate) const TILDE: Marks = Marks(4);
    /// `<`, with which a comment begins.
    pub(crate) const ANGLE: Marks = Marks(8);
    pub(crate) const BACKSLASH: Marks = Marks(16);
    /// `]`, behind which the destination of a link may stand.
    pub(crate) const BRACKET: Marks = Marks(32);
    /// Anything but ASCII.
    pub(crate) const WIDE: Marks = Marks(64);

    /// The marks of the first line of a text.
    pub(crate) fn of(text: &[u8]) -> Marks {
        Marks::of_line(text).0
    }

    /// The marks of the first line of a text, and how long it is, without its end.
    pub(crate) fn of_line(text: &[u8]) -> (Marks, usize) {
        let mut marks = 0;
        let mut at = 0;
        // The macro runs unoptimised, where a plain loop is several times as fast as an iterator.
        while at < text.len() {
            let kind = KINDS[text[at] as usize];
            if kind == END {
                break;
            }
            marks |= kind;
            at += 1;
        }
        (Marks(marks), at)
    }

    /// Whether any of the given marks occurs.
    pub(crate) fn has(self, marks: Marks) -> bool {
        self.0 & marks.0 != 0
    }

    pub(crate) const fn and(self, more: Marks) -> Marks {
        Marks(self.0 | more.0)
    }
}

/// The kind of a line feed, which is none of the marks.
const END: u8 = 128;

const KINDS: [u8; 256] = {
    let mut kinds = [0; 256];
    kinds[b'\n' as usize] = END;
    kinds[b'|' as usize] = Marks::PIPE.0;
    kinds[b'`' as usize] = Marks::CODE.0;
    kinds[b'~' as usize] = Marks::TILDE.0;
    kinds[b'<' as usize] = Marks::ANGLE.0;
    kinds[b'\\' as usize] = Marks::BACKSLASH.0;
    kinds[b']' as usize] = Marks::BRACKET.0;
    let mut wide = 128;
    while wide < 256 {
        kinds[wide] = Marks::WIDE.0;
        wide += 1;
    }
    kinds
};
