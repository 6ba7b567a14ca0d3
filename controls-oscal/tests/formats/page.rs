//! The page of a catalog.

use controls_azure_backup::AzureBackup;
use controls_oscal::{Format, OwnedCatalog};
use insta::assert_snapshot;

use crate::everything::{Everything, Framework};

#[test]
fn a_page_has_all_that_the_rows_say() {
    let catalog = OwnedCatalog::from(Everything::CATALOG);
    assert_snapshot!("page", catalog.export(Format::Html).unwrap());
}

#[test]
fn a_page_is_well_formed_and_nothing_of_a_text_is_markup() {
    for catalog in [
        AzureBackup::CATALOG,
        Everything::CATALOG,
        Framework::CATALOG,
    ] {
        let html = OwnedCatalog::from(catalog).export(Format::Html).unwrap();
        assert!(!html.contains("<script") && !html.contains("<b onclick"));
        // As XML, once the elements that HTML doesn't close are closed.
        let (style, rest) = (
            html.find("<style>").unwrap(),
            html.find("</style>").unwrap(),
        );
        let body = [&html[..style], &html[rest + "</style>".len()..]].concat();
        let body = body
            .replace("<!DOCTYPE html>", "")
            .replace(" checked>", " checked=\"\">");
        let closed: String = body
            .split_inclusive('>')
            .map(|piece| {
                let tag = piece.rfind('<').map_or("", |at| &piece[at..]);
                if tag.starts_with("<meta") || tag.starts_with("<input") {
                    piece.replace('>', "/>")
                } else {
                    piece.to_owned()
                }
            })
            .collect();
        let document = roxmltree::Document::parse(&closed).unwrap();
        let with = |name| move |node: &roxmltree::Node<'_, '_>| node.has_tag_name(name);
        let rows = document.descendants().filter(with("small"));
        let ids: Vec<&str> = rows.filter_map(|node| node.text()).collect();
        let expected: Vec<&str> = catalog.records.iter().map(|record| record.id).collect();
        assert_eq!(ids, expected);
        let filters = document.descendants().filter(with("fieldset")).count();
        let is_answered = catalog.records[0].answer.is_some();
        assert_eq!(filters, 1 + usize::from(is_answered));
    }
}
