//! Prints the source file of a catalog with the expansion in place of its `controls!`: what somebody would write who has no
//! macro. It's to be written to another file, whose folder has the document in the same place: `expand CATALOG FILE`.
//! `expand --count CATALOG` prints the number of tokens of the expansion.

use std::{
    fs,
    io::{self, Write},
};

use controls_dsl::{Origin, expand};
use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};

fn main() -> io::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (counts, catalog, file) = match &arguments[..] {
        [option, catalog] if option == "--count" => (true, catalog, catalog),
        [catalog, file] => (false, catalog, file),
        _ => panic!("expand CATALOG FILE, or expand --count CATALOG"),
    };
    let cut = cut(&fs::read_to_string(catalog)?);
    let mut input: TokenStream = "(::controls_core)".parse().expect("this is Rust");
    input.extend(cut.definition);
    let expansion = expand(input, &|_| {
        Some(Origin {
            path: file.into(),
            name: file.clone(),
        })
    });
    let mut out = String::new();
    if counts {
        out = count(expansion).to_string();
    } else {
        for part in [cut.before, expansion, cut.after] {
            print(part, &mut out);
        }
    }
    writeln!(io::stdout(), "{out}")
}

/// The tokens of a source file before its `controls!`, in it, and after it.
struct Cut {
    before: TokenStream,
    definition: TokenStream,
    after: TokenStream,
}

/// Finds the `controls_core::controls!` of a source file.
fn cut(text: &str) -> Cut {
    let tokens: Vec<TokenTree> = text
        .parse::<TokenStream>()
        .expect("the file is Rust")
        .into_iter()
        .collect();
    let at = tokens
        .iter()
        .position(|token| matches!(token, TokenTree::Ident(name) if name == "controls_core"))
        .expect("the file has a `controls_core::controls!`");
    // Two colons, the macro's name, and its mark are between them.
    let Some(TokenTree::Group(definition)) = tokens.get(at + 5) else {
        panic!("after `controls_core` there is no `::controls!`")
    };
    Cut {
        before: tokens[..at].iter().cloned().collect(),
        definition: definition.stream(),
        after: tokens[at + 6..].iter().cloned().collect(),
    }
}

/// Writes tokens with a line break after each `,`, `;` and block: nobody writes a program in one line.
fn print(tokens: TokenStream, out: &mut String) {
    for token in tokens {
        match token {
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ("(", ") "),
                    Delimiter::Brace => ("{\n", "}\n"),
                    Delimiter::Bracket => ("[", "] "),
                    Delimiter::None => (" ", " "),
                };
                out.push_str(open);
                print(group.stream(), out);
                out.push_str(close);
            }
            TokenTree::Punct(punct) => {
                out.push(punct.as_char());
                match (punct.as_char(), punct.spacing()) {
                    (',' | ';', _) => out.push('\n'),
                    (_, Spacing::Alone) => out.push(' '),
                    (_, Spacing::Joint) => {}
                }
            }
            other => {
                out.push_str(&other.to_string());
                out.push(' ');
            }
        }
    }
}

/// Counts tokens, a pair of delimiters as two.
fn count(tokens: TokenStream) -> usize {
    tokens
        .into_iter()
        .map(|token| match token {
            TokenTree::Group(group) => 2 + count(group.stream()),
            _ => 1,
        })
        .sum()
}
