//! Prints a source file with the expansion in place of its `controls!`: what somebody would write who has no macro.
//! With `--count`, counts the tokens and items of the expansion instead.

use std::{
    io::{self, Write},
    path::PathBuf,
};

use controls_dsl::{Origin, expand};
use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};

fn main() -> io::Result<()> {
    let mut arguments = std::env::args().skip(1).peekable();
    let counts = arguments
        .next_if(|argument| argument == "--count")
        .is_some();
    let file = PathBuf::from(arguments.next().expect("expand [--count] FILE"));
    let cut = tools::cut(&file);
    let mut input: TokenStream = "(::controls_core)".parse().expect("this is Rust");
    input.extend(cut.definition);
    let expansion = expand(input, &|_| {
        Some(Origin {
            path: file.clone(),
            name: file.display().to_string(),
        })
    });
    if counts {
        let (mut tokens, mut items) = (0, 0);
        count(expansion, &mut tokens, &mut items);
        println!("{tokens} {items}");
        return Ok(());
    }
    let mut out = String::new();
    for part in [cut.before, expansion, cut.after] {
        print(part, &mut out);
    }
    io::stdout().write_all(out.as_bytes())
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

/// Counts tokens, a pair of delimiters as two, and the keywords that begin an item.
fn count(tokens: TokenStream, all: &mut usize, items: &mut usize) {
    let mut is_lifetime = false;
    for token in tokens {
        *all += 1;
        match &token {
            TokenTree::Group(group) => {
                *all += 1;
                count(group.stream(), all, items);
            }
            TokenTree::Ident(name)
                if !is_lifetime
                    && ["enum", "fn", "impl", "mod", "static", "struct", "trait"]
                        .iter()
                        .any(|word| name == word) =>
            {
                *items += 1;
            }
            _ => {}
        }
        is_lifetime = matches!(token, TokenTree::Punct(punct) if punct.as_char() == '\'');
    }
}
