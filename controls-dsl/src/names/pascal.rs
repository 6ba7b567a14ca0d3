//! Words as a name in `PascalCase`.

use super::letters::{capitalized, is_start};

/// The words as a name that Rust takes. There is one word at least.
pub(super) fn pascal_case(words: &[String]) -> String {
    let begins_well = words.first().is_some_and(|word| word.starts_with(is_start));
    let name: String = if begins_well {
        words.iter().map(|word| capitalized(word)).collect()
    } else {
        behind_a_letter(words)
            .iter()
            .map(|word| capitalized(word))
            .collect()
    };
    match &*name {
        // The one word of Rust's that has a capital.
        "Self" => "Itself".to_owned(),
        // A small letter without a capital.
        small if small.starts_with(char::is_lowercase) => format!("Word{small}"),
        _ => name,
    }
}

/// A Rust name can't begin with a digit: a small number is spelled out, another stands behind the next word.
fn behind_a_letter(words: &[String]) -> Vec<String> {
    let Some((first, rest)) = words.split_first() else {
        return vec!["control".to_owned()];
    };
    let split = first.find(is_start).unwrap_or(first.len());
    let (number, letters) = first.split_at(split);
    let mut rest: Vec<String> = Some(letters)
        .filter(|letters| !letters.is_empty())
        .map(str::to_owned)
        .into_iter()
        .chain(rest.iter().cloned())
        .collect();
    if rest.iter().all(|word| word.is_ascii())
        && let Some(spelled) = spelled(number)
    {
        rest.splice(0..0, spelled);
    } else if let Some(next) = rest.iter().position(|word| word.starts_with(is_start)) {
        let next = rest.remove(next);
        rest.splice(0..0, [next, number.to_owned()]);
    } else {
        rest.splice(0..0, ["number".to_owned(), number.to_owned()]);
    }
    rest
}

/// A number below one hundred in words.
fn spelled(number: &str) -> Option<Vec<String>> {
    const SMALL: [&str; 20] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: [&str; 10] = [
        "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
    ];
    let value: usize = number.parse().ok().filter(|_| number.len() < 3)?;
    let words = match SMALL.get(value) {
        Some(word) => vec![*word],
        None if value.is_multiple_of(10) => vec![*TENS.get(value / 10)?],
        None => vec![*TENS.get(value / 10)?, *SMALL.get(value % 10)?],
    };
    Some(words.into_iter().map(str::to_owned).collect())
}
