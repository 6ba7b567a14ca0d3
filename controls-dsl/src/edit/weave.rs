//! A list in another order, with items that were added and without those that were removed. What stays is left as it is.

use super::{
    layout::{Around, Slot},
    trivia,
};

/// How a list is written.
pub(super) struct Shape<'s> {
    /// The text in which it is.
    pub(super) text: &'s str,
    /// How lines end.
    pub(super) line_end: &'s str,
    /// The indentation of its items, where each has a line.
    pub(super) indent: &'s str,
    /// The indentation of the bracket that closes it.
    pub(super) close: &'s str,
    /// Whether commas are between the items.
    pub(super) commas: bool,
    /// Whether it is on one line.
    pub(super) inline: bool,
}

/// An item of the new list.
pub(super) enum Piece<'s> {
    /// One that was there.
    Old {
        slot: &'s Slot,
        /// Its position in this list, unless it comes from elsewhere or has moved. Those with positions ascend.
        stays: Option<usize>,
        /// Its tokens.
        core: String,
    },
    /// One that wasn't.
    New {
        /// As it's written among others on one line, if it can be.
        inline: Option<String>,
        /// As it's written on lines of its own. From the second one on, they are indented, and all but the last end.
        block: String,
    },
}

/// Writes the list.
pub(super) fn weave(
    shape: &Shape<'_>,
    around: &Around,
    slots: &[&Slot],
    pieces: &[Piece<'_>],
) -> String {
    weave_with(shape, around, slots, pieces, &|_| String::new())
}

/// Writes the list with what is left of items that have gone from it: lines with their ends.
pub(super) fn weave_with(
    shape: &Shape<'_>,
    around: &Around,
    slots: &[&Slot],
    pieces: &[Piece<'_>],
    left: &dyn Fn(usize) -> String,
) -> String {
    let mut out = Out {
        shape,
        slots,
        left,
        text: String::new(),
        begins_line: false,
        is_first: true,
        next: 0,
        before: Some(0),
        spaced: slots.len() > 1
            && slots
                .iter()
                .skip(1)
                .all(|slot| has_blank_line(shape.part(&slot.free))),
    };
    out.push(shape.part(&around.head));
    // What is at the top with a blank line below it is about all of them.
    out.free_lines(1.min(slots.len()));
    let had_comma = slots.last().is_none_or(|last| last.comma.is_some());
    for (at, piece) in pieces.iter().enumerate() {
        let is_last = at + 1 == pieces.len();
        match piece {
            Piece::Old { slot, stays, core } => {
                out.space(*stays);
                let keeps_comma = slot.comma.is_some()
                    && (!is_last || !shape.inline || had_comma || slot.begins_line);
                out.old(slot, core, shape.commas && (keeps_comma || !is_last));
                out.before = stays.map(|at| at + 1);
            }
            Piece::New { inline, block } => {
                out.space(None);
                match inline.as_ref().filter(|_| shape.inline) {
                    Some(inline) => {
                        out.new_inline(
                            inline,
                            shape.commas && (!is_last || (had_comma && !slots.is_empty())),
                        );
                    }
                    None => out.new_block(block),
                }
                out.before = None;
            }
        }
        out.is_first = false;
    }
    out.free_lines(slots.len());
    out.push(shape.part(&around.after));
    out.tail(around);
    out.text
}

impl<'s> Shape<'s> {
    fn part(&self, range: &std::ops::Range<usize>) -> &'s str {
        self.text.get(range.clone()).unwrap_or_default()
    }
}

fn has_blank_line(lines: &str) -> bool {
    lines.lines().any(|line| line.trim().is_empty())
}

struct Out<'o> {
    shape: &'o Shape<'o>,
    slots: &'o [&'o Slot],
    /// What is left of an item that has gone.
    left: &'o dyn Fn(usize) -> String,
    text: String,
    /// Whether what comes next begins a line.
    begins_line: bool,
    is_first: bool,
    /// The first item of the old list whose free lines have not been written.
    next: usize,
    /// The position in the old list that goes on here without a seam.
    before: Option<usize>,
    /// Whether blank lines are between the items.
    spaced: bool,
}

impl Out<'_> {
    fn push(&mut self, text: &str) {
        if !text.is_empty() {
            self.text.push_str(text);
            self.begins_line = text.ends_with('\n');
        }
    }

    /// Ends the line, unless that's done.
    fn end_line(&mut self) {
        if !self.begins_line {
            self.push(self.shape.line_end);
        }
    }

    /// Writes what is between the item before and the next one, which is at a position of the old list if it stays.
    fn space(&mut self, stays: Option<usize>) {
        let is_seam = stays.is_none() || stays != self.before;
        let mut own = "";
        if let Some(at) = stays {
            self.free_lines(at);
            if self.next <= at {
                own = self
                    .slots
                    .get(at)
                    .map_or("", |slot| self.shape.part(&slot.free));
            }
            self.next = at + 1;
        }
        if is_seam && self.is_first {
            own = without_blank_start(own);
        } else if is_seam
            && self.spaced
            && own
                .lines()
                .next()
                .is_none_or(|line| !line.trim().is_empty())
        {
            self.end_line();
            if !ends_blank(&self.text) {
                self.push(self.shape.line_end);
            }
        }
        if !own.is_empty() {
            self.end_line();
            self.push(own);
        }
    }

    /// Writes the free lines of items that have gone from here, if there are comments in them.
    fn free_lines(&mut self, until: usize) {
        while self.next < until {
            let free = self.slots.get(self.next).map(|slot| slot.free.clone());
            let left = (self.left)(self.next);
            self.next += 1;
            if let Some(free) = free.filter(|free| !trivia::is_blank(self.shape.text, free)) {
                self.end_line();
                let lines = self.shape.part(&free);
                self.push(if self.is_first && self.next > 1 {
                    without_blank_start(lines)
                } else {
                    lines
                });
            }
            if !left.is_empty() {
                self.end_line();
                self.push(&left);
            }
        }
    }

    fn old(&mut self, slot: &Slot, core: &str, comma: bool) {
        let lead = self.shape.part(&slot.lead);
        match (slot.begins_line, self.begins_line) {
            (true, false) => {
                self.end_line();
                self.push(lead);
            }
            (false, true) => {
                self.push(self.shape.indent);
                self.push(lead.trim_start());
            }
            (false, false) if lead.is_empty() && !self.is_first => self.push(" "),
            _ => self.push(lead),
        }
        self.push(core);
        match &slot.comma {
            Some(range) => {
                self.push(self.shape.part(&(slot.core.end..range.start)));
                self.push(if comma { "," } else { "" });
            }
            None if comma => self.push(","),
            None => {}
        }
        self.push(self.shape.part(&slot.trail));
    }

    fn new_inline(&mut self, item: &str, comma: bool) {
        if self.begins_line {
            self.push(self.shape.indent);
        } else if !self.is_first
            || self
                .slots
                .first()
                .is_some_and(|first| !first.lead.is_empty())
        {
            self.push(" ");
        }
        self.push(item);
        self.push(if comma { "," } else { "" });
    }

    fn new_block(&mut self, item: &str) {
        self.end_line();
        self.push(self.shape.indent);
        self.push(item);
        self.push(if self.shape.commas { "," } else { "" });
        self.push(self.shape.line_end);
    }

    /// Writes what is before the closing bracket, which has a line of its own if it had one or if the item before it
    /// has one.
    fn tail(&mut self, around: &Around) {
        let tail = self.shape.part(&around.tail);
        if self.shape.part(&(0..around.tail.start)).ends_with('\n') {
            self.end_line();
            self.push(tail);
        } else if self.begins_line {
            self.push(self.shape.close);
        } else {
            self.push(tail);
        }
    }
}

fn without_blank_start(lines: &str) -> &str {
    let mut rest = lines;
    while let Some((line, after)) = rest.split_once('\n') {
        if !line.trim().is_empty() {
            break;
        }
        rest = after;
    }
    rest
}

fn ends_blank(text: &str) -> bool {
    text.trim_end_matches([' ', '\t', '\r', '\n']).len() < text.len()
        && text
            .strip_suffix('\n')
            .is_some_and(|text| text.trim_end_matches([' ', '\t', '\r']).ends_with('\n'))
}
