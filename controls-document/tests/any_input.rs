//! No input makes the reader panic, or lose its way.

use controls_document::{compare, located_links, read};
use proptest::prelude::*;

/// Documents put together from the pieces that mean something to the reader.
fn document() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => Just("| A | Yes |".to_owned()),
        3 => Just("| C | Yes/No | Notes |\n|---|---|---|\n".to_owned()),
        3 => Just("\n".to_owned()),
        2 => "[-|`<>!#*_\\\\\\[\\]()~: \t\u{a0}\u{feff}éは😀'\"a-c]{0,6}",
        1 => prop::sample::select(vec![
            "<!--", "-->", "```", "~~~", "---", "===", "# ", "## [A](b)", "**A**", "> ", "- ", "    ", "\r\n", "\\|",
            "](", "https://", "<a href=\"", "</a>", "[!INCLUDE [a](b)]", "ms.date: ", "title: ", "N/A",
        ]).prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn each_cell_stands_where_it_says(text in document()) {
        let Ok(document) = read(&text) else { return Ok(()) };
        let unmarked = text.strip_prefix('\u{feff}').unwrap_or(&text);
        let lines: Vec<Vec<char>> = unmarked.split('\n').map(|line| line.chars().collect()).collect();
        for (_, control) in document.controls() {
            for cell in [&control.title, &control.answer, &control.notes, &control.documentation] {
                let place = cell.place();
                let line = &lines[usize::try_from(place.line).unwrap() - 1];
                let start = usize::try_from(place.column).unwrap() - 1;
                let end = start + usize::try_from(place.width).unwrap();
                prop_assert!(end <= line.len(), "{place:?}");
                let there: String = line[start..end].iter().collect();
                // Cells of broken rows begin there, the others are there. Comments are left out, pipes unescaped.
                let bare = |text: &str| text.replace(['|', '\\', ' ', '\t', '\u{a0}'], "");
                prop_assert!(there.contains("--") || bare(&cell.text).starts_with(&bare(&there)), "{there:?}");
            }
        }
        let comparison = compare(document.outline(), document.outline());
        prop_assert!(comparison.changes().is_empty());
    }

    #[test]
    fn links_are_parts_of_their_text(text in document()) {
        for (range, link) in located_links(&text) {
            prop_assert!(text[range].contains(link.text));
        }
    }
}
