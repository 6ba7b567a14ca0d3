//! What the tools share: a source file, cut at its `controls!`.

use std::{fs, path::Path};

use proc_macro2::{TokenStream, TokenTree};

/// A source file, and its tokens before its `controls!`, in it, and after it.
pub struct Cut {
    pub before: TokenStream,
    pub definition: TokenStream,
    pub after: TokenStream,
}

/// Reads a source file and finds its `controls!`, written with whatever path.
pub fn cut(file: &Path) -> Cut {
    let text =
        fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let tokens: Vec<TokenTree> = text
        .parse::<TokenStream>()
        .expect("the file is Rust")
        .into_iter()
        .collect();
    let at = tokens
        .windows(3)
        .position(|window| {
            matches!(window, [TokenTree::Ident(name), TokenTree::Punct(mark), TokenTree::Group(_)]
                if name == "controls" && mark.as_char() == '!')
        })
        .expect("the file has a `controls!`");
    let TokenTree::Group(body) = &tokens[at + 2] else {
        unreachable!()
    };
    // The path in front of it, `controls_core::`.
    let is_path =
        |token: &TokenTree| matches!(token, TokenTree::Punct(mark) if mark.as_char() == ':');
    let mut start = at;
    while start >= 3 && is_path(&tokens[start - 1]) && is_path(&tokens[start - 2]) {
        start -= 3;
    }
    Cut {
        before: tokens[..start].iter().cloned().collect(),
        definition: body.stream(),
        after: tokens[at + 3..].iter().cloned().collect(),
    }
}
