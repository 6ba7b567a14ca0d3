//! Texts.

controls_core::controls! {
    /// Texts word for word, in each form of literal.
    #[document = "document.md"]
    pub enum Texts {
        Quotes = "`Code` & \\ \"quotes\"" {
            Pipe = r#"Says "yes" | 'no'"# => Yes { notes: r"C:\path\new" },
            Html = "Uses `a \
                    | b` and <b>HTML</b> &amp; {braces} {} {0}" => "No, not \"yet\"" {
                notes: "<ul><li>one</li><li>two</li></ul>",
                documentation: r#"[a](./a.md), [b](b.md "title")"#,
            },
            Emoji = "Emoji \u{1F512} and e\\u0301" => NotApplicable { notes: "#hash /// //! /* */ */" },
            Open = "Left\topen" => "" { notes: r###""# and "##"### },
        }
    }
}

controls_core::controls! {
    /// Texts without a document.
    #[published = "https://service.example/controls"]
    pub enum Free {
        Empty = "Empty" {
            Notes = "Empty notes" => "Yes (see\nnotes)" { notes: "", documentation: "" },
            Links = "Links" => No { notes: "[a](JavaScript:a), [b](data:text/html,b), [c](c.md)" },
            Control = "\0\u{7f}\u{202e}\t" => "\\" { id: "c-0-日本" },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Free, Texts};
    use controls_core::Answer;

    #[test]
    fn texts_are_kept_word_for_word() {
        assert_eq!(Texts::Pipe.title(), "Says \"yes\" | 'no'");
        assert_eq!(Texts::Pipe.notes(), Some("C:\\path\\new"));
        assert_eq!(
            Texts::Html.title(),
            "Uses `a | b` and <b>HTML</b> &amp; {braces} {} {0}"
        );
        assert_eq!(Texts::Html.answer(), Answer::Qualified("No, not \"yet\""));
        assert_eq!(Texts::Emoji.title(), "Emoji 🔒 and e\\u0301");
        assert_eq!(Texts::Emoji.notes(), Some("#hash /// //! /* */ */"));
        assert_eq!(Texts::Open.notes(), Some("\"# and \"##"));
        assert_eq!(Texts::Open.answer(), Answer::Qualified(""));
        assert_eq!(Texts::Pipe.section().title(), "`Code` & \\ \"quotes\"");
    }

    #[test]
    fn links_without_an_address_of_the_document_lead_nowhere() {
        let links: Vec<_> = Texts::Html
            .links()
            .iter()
            .map(|link| (link.text, link.target, link.url))
            .collect();
        assert_eq!(links, [("a", "./a.md", None), ("b", "b.md", None)]);
    }

    #[test]
    fn links_that_a_browser_would_run_lead_nowhere() {
        let urls: Vec<_> = Free::Links.links().iter().map(|link| link.url).collect();
        assert_eq!(urls, [None, None, Some("https://service.example/c")]);
    }

    #[test]
    fn texts_without_a_document_may_be_anything() {
        // But for white space, which is folded.
        assert_eq!(Free::Notes.answer(), Answer::Qualified("Yes (see notes)"));
        assert_eq!(
            (Free::Notes.notes(), Free::Notes.documentation()),
            (None, None)
        );
        assert_eq!(Free::Control.title(), "\0\u{7f}\u{202e}");
        assert_eq!(Free::from_id("c-0-日本"), Some(Free::Control));
    }
}
