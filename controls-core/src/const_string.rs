//! Texts that are built in constants, where nothing can be allocated or formatted.

/// How many bytes a text holds. One that is longer ends with `…`.
const ROOM: usize = 1024;
const MORE: &[u8] = "…".as_bytes();

/// A text under construction.
pub(crate) struct ConstString {
    bytes: [u8; ROOM],
    length: usize,
    full: bool,
}

impl ConstString {
    pub(crate) const fn new() -> Self {
        ConstString {
            bytes: [0; ROOM],
            length: 0,
            full: false,
        }
    }

    /// Adds a text, or as many of its characters as there is room for.
    pub(crate) const fn text(mut self, text: &str) -> Self {
        if self.full {
            return self;
        }
        let bytes = text.as_bytes();
        let mut room = ROOM - MORE.len() - self.length;
        if bytes.len() <= room {
            self.push(bytes, bytes.len());
            return self;
        }
        // Not within a character: its further bytes are of the form 10xxxxxx.
        while room > 0 && bytes[room] & 0b1100_0000 == 0b1000_0000 {
            room -= 1;
        }
        self.push(bytes, room);
        self.push(MORE, MORE.len());
        self.full = true;
        self
    }

    const fn push(&mut self, bytes: &[u8], count: usize) {
        let mut at = 0;
        while at < count {
            self.bytes[self.length] = bytes[at];
            self.length += 1;
            at += 1;
        }
    }

    /// Adds a number.
    pub(crate) const fn number(self, number: u32) -> Self {
        self.padded(number, 1)
    }

    /// Adds a number, with zeros before it until it has so many digits; 10 at most.
    pub(crate) const fn padded(self, number: u32, least: usize) -> Self {
        let mut digits = [b'0'; 10];
        let mut at = digits.len();
        let mut rest = number;
        while rest > 0 {
            at -= 1;
            digits[at] = DIGITS[(rest % 10) as usize];
            rest /= 10;
        }
        if at > digits.len() - least {
            at = digits.len() - least;
        }
        self.text(str_of(digits.split_at(at).1))
    }

    /// Adds a number as 32 hexadecimal digits.
    pub(crate) const fn hex(self, number: u128) -> Self {
        let bytes = number.to_be_bytes();
        let mut digits = [b'0'; 32];
        let mut at = 0;
        while at < bytes.len() {
            digits[2 * at] = DIGITS[(bytes[at] >> 4) as usize];
            digits[2 * at + 1] = DIGITS[(bytes[at] & 15) as usize];
            at += 1;
        }
        self.text(str_of(&digits))
    }

    pub(crate) const fn as_str(&self) -> &str {
        str_of(self.bytes.split_at(self.length).0)
    }
}

const DIGITS: &[u8; 16] = b"0123456789abcdef";

/// Bytes that have been text as text.
const fn str_of(bytes: &[u8]) -> &str {
    match core::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(_) => "",
    }
}

#[cfg(test)]
mod tests {
    extern crate std;
    use super::*;

    #[test]
    fn it_holds_texts_and_numbers() {
        const TEXT: ConstString = ConstString::new()
            .text("line ")
            .number(120)
            .text(": ")
            .number(0)
            .text(" ")
            .hex(0xab << 120);
        assert_eq!(
            TEXT.as_str(),
            "line 120: 0 ab000000000000000000000000000000"
        );
    }

    #[test]
    fn a_long_text_ends_between_characters() {
        for lead in 0..4 {
            let text = "x".repeat(lead) + &"あ".repeat(400);
            let message = ConstString::new().text(&text).text("never");
            assert!(
                message.as_str().ends_with("あ…") && message.length > ROOM - 8,
                "{}",
                message.as_str()
            );
        }
        let exact = "x".repeat(ROOM - MORE.len());
        assert_eq!(ConstString::new().text(&exact).text("").as_str(), exact);
        assert_eq!(
            ConstString::new().text(&exact).text("y").as_str(),
            exact + "…"
        );
    }
}
