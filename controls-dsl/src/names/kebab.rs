//! Names in kebab-case, as ids are.

/// Returns a name of Rust in kebab-case: `VnetInjection` as `vnet-injection`, `APICalls` as `api-calls`.
#[must_use]
pub fn kebab_case(name: &str) -> String {
    let mut out = String::with_capacity(name.len() + 8);
    let mut before: Option<char> = None;
    let mut rest = name.chars().peekable();
    while let Some(c) = rest.next() {
        if c == '_' {
            before = None;
            continue;
        }
        let next_is_lower = rest.peek().is_some_and(|next| next.is_lowercase());
        let begins_word = match before {
            None => true,
            Some(before) => c.is_uppercase() && (!before.is_uppercase() || next_is_lower),
        };
        if begins_word && !out.is_empty() {
            out.push('-');
        }
        // Others may become several letters, which takes ten times as long to find out.
        if c.is_ascii() {
            out.push(c.to_ascii_lowercase());
        } else {
            out.extend(c.to_lowercase());
        }
        before = Some(c);
    }
    out
}

/// Whether an id is in kebab-case: words of letters without case or in lower case and digits, with single hyphens
/// between them.
pub(crate) fn is_kebab_case(id: &str) -> bool {
    let is_word = |word: &str| !word.is_empty() && word.chars().all(|c| c == '\'' || is_id_char(c));
    !id.contains('\'') && id.split(['-', '.']).all(is_word)
}

fn is_id_char(c: char) -> bool {
    if c.is_ascii() {
        c.is_ascii_lowercase() || c.is_ascii_digit()
    } else {
        !c.is_uppercase() && !c.is_whitespace() && !c.is_control()
    }
}
