//! Digests of what a row, or a catalog, says.

use core::{fmt, str::FromStr};

use crate::const_string::ConstString;

/// A digest of what a control, or a whole catalog, says. It changes whenever the section, title, answer, notes,
/// documentation, label or a property does, and with nothing else: not with names, ids, positions, or white space.
///
/// It's the first 128 bits of a SHA-256, the same in every release of these crates and on every machine. For a control,
/// the digest is that of five texts, each written as a netstring (its length in bytes, `:`, the text, `,`) with white
/// space folded: the section's title, the title, the answer, the notes, the documentation. An answer is written `Yes`,
/// `No`, `NotApplicable`, `Unanswered`, or `Qualified ` and its text; what isn't there is empty. Only where the row has them, the label follows, and then the name and the
/// value of each property. For a catalog, it's that of the
/// fingerprints of its controls in order, as hexadecimal digits with a line feed after each.
///
/// A fingerprint tells that something has been changed; it's no signature.
///
/// ```
/// # controls_core::controls! { enum Service { Network = "Network" { Firewall = "Firewall support" => No } } }
/// use controls_core::Fingerprint;
///
/// // printf '7:Network,16:Firewall support,2:No,0:,0:,' | sha256sum | cut -c-32
/// let reviewed: Fingerprint = "0256b9902e63ba6c2dc01af0ca38ab79".parse()?;
/// assert_eq!(Service::Firewall.fingerprint(), reviewed);
/// # Ok::<(), controls_core::ParseFingerprintError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint(pub(crate) u128);

impl Fingerprint {
    /// Returns the fingerprint with these bits: the number that its digits are.
    ///
    /// ```
    /// use controls_core::Fingerprint;
    ///
    /// assert_eq!(Fingerprint::from_bits(0xf).to_string(), "0000000000000000000000000000000f");
    /// ```
    #[must_use]
    pub const fn from_bits(bits: u128) -> Self {
        Fingerprint(bits)
    }

    /// Reads 32 hexadecimal digits, in constants too.
    ///
    /// # Errors
    ///
    /// When it's anything else.
    pub const fn parse(text: &str) -> Result<Self, ParseFingerprintError> {
        let bytes = text.as_bytes();
        if bytes.len() != 32 {
            return Err(ParseFingerprintError(()));
        }
        let mut digest = 0;
        let mut at = 0;
        while at < bytes.len() {
            let digit = match bytes[at] {
                byte @ b'0'..=b'9' => byte - b'0',
                byte @ b'a'..=b'f' => byte - b'a' + 10,
                byte @ b'A'..=b'F' => byte - b'A' + 10,
                _ => return Err(ParseFingerprintError(())),
            };
            digest = digest << 4 | digit as u128;
            at += 1;
        }
        Ok(Fingerprint(digest))
    }
}

impl fmt::Display for Fingerprint {
    /// Writes 32 hexadecimal digits.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(ConstString::new().hex(self.0).as_str())
    }
}

impl fmt::Debug for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Fingerprint({self})")
    }
}

impl FromStr for Fingerprint {
    type Err = ParseFingerprintError;

    fn from_str(text: &str) -> Result<Self, ParseFingerprintError> {
        Fingerprint::parse(text)
    }
}

/// What was read isn't a [`Fingerprint`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ParseFingerprintError(());

impl fmt::Display for ParseFingerprintError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a fingerprint is 32 hexadecimal digits")
    }
}

impl core::error::Error for ParseFingerprintError {}
