//! Ids of all lengths, and such as differ in one letter, are found by the table that the macro lays out.

mod lengths {
    controls_core::controls! {
        pub enum Lengths {
            Section = "Section" {
                L1X = "Row L1X" { id: "a" },
                L1Y = "Row L1Y" { id: "9" },
                L1Z = "Row L1Z" { id: "8" },
                L2X = "Row L2X" { id: "ab" },
                L2Y = "Row L2Y" { id: "a9" },
                L2Z = "Row L2Z" { id: "9b" },
                L3X = "Row L3X" { id: "abc" },
                L3Y = "Row L3Y" { id: "ab9" },
                L3Z = "Row L3Z" { id: "9bc" },
                L4X = "Row L4X" { id: "abcd" },
                L4Y = "Row L4Y" { id: "abc9" },
                L4Z = "Row L4Z" { id: "9bcd" },
                L5X = "Row L5X" { id: "abcde" },
                L5Y = "Row L5Y" { id: "abcd9" },
                L5Z = "Row L5Z" { id: "9bcde" },
                L6X = "Row L6X" { id: "abcdef" },
                L6Y = "Row L6Y" { id: "abcde9" },
                L6Z = "Row L6Z" { id: "9bcdef" },
                L7X = "Row L7X" { id: "abcdefg" },
                L7Y = "Row L7Y" { id: "abcdef9" },
                L7Z = "Row L7Z" { id: "9bcdefg" },
                L8X = "Row L8X" { id: "abcdefgh" },
                L8Y = "Row L8Y" { id: "abcdefg9" },
                L8Z = "Row L8Z" { id: "9bcdefgh" },
                L9X = "Row L9X" { id: "abcdefghi" },
                L9Y = "Row L9Y" { id: "abcdefgh9" },
                L9Z = "Row L9Z" { id: "9bcdefghi" },
                L10X = "Row L10X" { id: "abcdefghij" },
                L10Y = "Row L10Y" { id: "abcdefghi9" },
                L10Z = "Row L10Z" { id: "9bcdefghij" },
                L11X = "Row L11X" { id: "abcdefghijk" },
                L11Y = "Row L11Y" { id: "abcdefghij9" },
                L11Z = "Row L11Z" { id: "9bcdefghijk" },
                L12X = "Row L12X" { id: "abcdefghijkl" },
                L12Y = "Row L12Y" { id: "abcdefghijk9" },
                L12Z = "Row L12Z" { id: "9bcdefghijkl" },
                L13X = "Row L13X" { id: "abcdefghijklm" },
                L13Y = "Row L13Y" { id: "abcdefghijkl9" },
                L13Z = "Row L13Z" { id: "9bcdefghijklm" },
                L14X = "Row L14X" { id: "abcdefghijklmn" },
                L14Y = "Row L14Y" { id: "abcdefghijklm9" },
                L14Z = "Row L14Z" { id: "9bcdefghijklmn" },
                L15X = "Row L15X" { id: "abcdefghijklmno" },
                L15Y = "Row L15Y" { id: "abcdefghijklmn9" },
                L15Z = "Row L15Z" { id: "9bcdefghijklmno" },
                L16X = "Row L16X" { id: "abcdefghijklmnop" },
                L16Y = "Row L16Y" { id: "abcdefghijklmno9" },
                L16Z = "Row L16Z" { id: "9bcdefghijklmnop" },
                L17X = "Row L17X" { id: "abcdefghijklmnopq" },
                L17Y = "Row L17Y" { id: "abcdefghijklmnop9" },
                L17Z = "Row L17Z" { id: "9bcdefghijklmnopq" },
                L18X = "Row L18X" { id: "abcdefghijklmnopqr" },
                L18Y = "Row L18Y" { id: "abcdefghijklmnopq9" },
                L18Z = "Row L18Z" { id: "9bcdefghijklmnopqr" },
                L19X = "Row L19X" { id: "abcdefghijklmnopqrs" },
                L19Y = "Row L19Y" { id: "abcdefghijklmnopqr9" },
                L19Z = "Row L19Z" { id: "9bcdefghijklmnopqrs" },
                L20X = "Row L20X" { id: "abcdefghijklmnopqrst" },
                L20Y = "Row L20Y" { id: "abcdefghijklmnopqrs9" },
                L20Z = "Row L20Z" { id: "9bcdefghijklmnopqrst" },
                L21X = "Row L21X" { id: "abcdefghijklmnopqrstu" },
                L21Y = "Row L21Y" { id: "abcdefghijklmnopqrst9" },
                L21Z = "Row L21Z" { id: "9bcdefghijklmnopqrstu" },
                L22X = "Row L22X" { id: "abcdefghijklmnopqrstuv" },
                L22Y = "Row L22Y" { id: "abcdefghijklmnopqrstu9" },
                L22Z = "Row L22Z" { id: "9bcdefghijklmnopqrstuv" },
                L23X = "Row L23X" { id: "abcdefghijklmnopqrstuvw" },
                L23Y = "Row L23Y" { id: "abcdefghijklmnopqrstuv9" },
                L23Z = "Row L23Z" { id: "9bcdefghijklmnopqrstuvw" },
                L24X = "Row L24X" { id: "abcdefghijklmnopqrstuvwx" },
                L24Y = "Row L24Y" { id: "abcdefghijklmnopqrstuvw9" },
                L24Z = "Row L24Z" { id: "9bcdefghijklmnopqrstuvwx" },
            }
        }
    }
}

use lengths::Lengths;

const LONGEST: Option<Lengths> = Lengths::from_id("abcdefghijklmnopqrstuvwx");

#[test]
fn each_id_is_found_and_no_other() {
    assert_eq!(LONGEST, Some(Lengths::L24X));
    for control in Lengths::all() {
        let id = control.id();
        assert_eq!(Lengths::from_id(id), Some(control), "{id}");
        for at in 0..id.len() {
            let other = format!("{}!{}", &id[..at], &id[at + 1..]);
            assert_eq!(Lengths::from_id(&other), None, "{other}");
        }
        assert_eq!(Lengths::from_id(&format!("{id}!")), None);
    }
    assert_eq!(Lengths::from_id(""), None);
}
