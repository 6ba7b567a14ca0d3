//! Lines, and places in them.

use super::*;

/// The text lines of a document, without comments and code.
fn text(document: &str) -> Vec<String> {
    let lines = lines(document, 1).all;
    let text = lines.into_iter().filter(|line| !line.code);
    text.map(|line| line.text.into_owned()).collect()
}

#[test]
fn what_is_not_text_is_taken_out() {
    for (document, expected) in [
        ("a\r\nb\n", vec!["a", "b"]),
        ("a\n```\nb\n```\nc", vec!["a", "c"]),
        ("~~~ x\n```\nb\n~~~~\nc", vec!["c"]),
        ("```a``` b", vec!["```a``` b"]),
        ("a<!-- b -->c", vec!["ac"]),
        ("a <!-- b\nc\nd --> e", vec!["a ", "", " e"]),
        ("a `<!--` b\n-->", vec!["a `<!--` b", "-->"]),
        (r"a \<!-- b -->", vec![r"a \<!-- b -->"]),
        ("a <!-- b\nc", vec!["a <!-- b", "c"]),
        ("<!-- a --> b <!-- c", vec![" b <!-- c"]),
        ("> a\n> > b", vec!["a", "b"]),
        ("a\n\n    code\n\nb", vec!["a", "", "", "b"]),
        ("- a\n\n    b", vec!["- a", "", "  b"]),
        (
            "1. a\n\n    b\n\nc\n\n    d",
            vec!["1. a", "", " b", "", "c", ""],
        ),
        ("a\n    b", vec!["a", "    b"]),
        // A block ends with what it's in, also where nothing closes it.
        ("> ```\n> a\n\nb", vec!["", "b"]),
        ("> ```\n> a\nb\n", vec!["b"]),
        ("> ```\n  ```\na\n```\nb", vec!["b"]),
        ("> a\n- b\n  ```\nc", vec!["a", "- b", "c"]),
        ("- a\n  ```\n  b\n\n  c\nd", vec!["- a", "d"]),
        ("- ```\n  a\n  ```\nb", vec!["b"]),
        ("1. a\n   ```\nb\n   ```\nc", vec!["1. a", "b", "c"]),
        (
            "1. a\n   ```\n- b\n- c\n\n   ```\n2. d",
            vec!["1. a", "- b", "- c", "", "2. d"],
        ),
        ("- ```\nb\n- c\n  ```\nd", vec!["b", "- c", "d"]),
        // What is indented as a fence is, up to one that closes it, is code.
        (
            "1. a\n   ```\nb\n2. c\n   ```\n\n   d\n   ```\ne",
            vec!["1. a", "b", "2. c", "e"],
        ),
        (
            "> - a\n>   ```\n> b\n>\n>   ```\n>   c\n>   ```\n> d",
            vec!["- a", "b", "", "d"],
        ),
        (
            "- a\n  ```\nb\n\n  ```\n  c\n  ```\n\n  ```\n  d\n  ```\ne",
            vec!["- a", "b", "", "", "e"],
        ),
        (
            "- a\n  ```\nb\n- c\n  ```sh\n  d\n  ```\n  ```\n  e\n  ```\nf",
            vec!["- a", "b", "- c", "f"],
        ),
        // Fences go together, if they can.
        ("- ```\n# a\n\n  ```\n# b\n  ```\nc", vec!["# a", "", "c"]),
        (
            "- a\n  ```\nb\n  ```\n\n```sh\nc\n```\nd",
            vec!["- a", "b", "", "d"],
        ),
        (
            "1. a\n\n       ```\n       b\n       ```\n   c",
            vec!["1. a", "", "c"],
        ),
        // Within code, a fence in a quotation closes nothing, and one that is indented opens nothing.
        ("```\n> ```\na\n```\nb", vec!["b"]),
        ("a\n\n    ```\n\nb", vec!["a", "", "", "b"]),
        ("a\n    ```\nb", vec!["a", "    ```", "b"]),
        ("```\n    ```\na\n```\nb", vec!["b"]),
        ("<pre>\n\n|a|\n</pre>\nb", vec!["b"]),
        ("<style>a</style>\nb", vec!["b"]),
        ("a <![CDATA[\nb", vec!["a <![CDATA[", "b"]),
        ("<![CDATA[\na\n]]>\nb", vec!["b"]),
    ] {
        assert_eq!(text(document), expected, "{document}");
    }
}

#[test]
fn what_never_ends_is_remarked() {
    for (document, line) in [
        ("a\n<!-- b\nc", 2),
        ("a\nb\n```\nc\n~~~", 3),
        ("a\n<pre>\nb", 2),
        ("> a\n> ```\nb", 2),
    ] {
        let remarks = lines(document, 1).remarks;
        let remarked: Vec<_> = remarks.iter().map(|remark| remark.place.line).collect();
        assert_eq!(remarked, [line], "{document}");
    }
    assert!(lines("```\na\n```\n<!-- b -->", 1).remarks.is_empty());
}

#[test]
fn places_count_what_was_taken_out() {
    let lines = lines("> é<!-- x -->a b<!-- y --> c", 1).all;
    let text = &lines[0].text;
    assert_eq!(text, "éab c".replace("ab", "a b").as_str());
    let at = |what: &str| {
        let start = text.find(what).unwrap();
        let Place { column, width, .. } = place(&lines[0], &(start..start + what.len()));
        (column, width)
    };
    assert_eq!(at("é"), (3, 1));
    assert_eq!(at("a"), (14, 1));
    assert_eq!(at("b"), (16, 1));
    assert_eq!(at("c"), (28, 1));
    assert_eq!(at("éa"), (3, 12));
}
