//! What rustdoc says of an author's own words.

use std::fs;

use controls_tests::checkout::Checkout;

#[test]
fn rustdoc_says_where_the_words_of_an_author_are() {
    let checkout = Checkout::new();
    let path = checkout.path().join("controls-azure-backup/src/lib.rs");
    let source = fs::read_to_string(&path).unwrap();
    let rows: Vec<usize> = ["ForcedTunneling = ", "AzureMonitoring = "]
        .iter()
        .map(|row| source.find(row).unwrap())
        .collect();
    let (before, rest) = source.split_at(rows[0]);
    let (between, after) = rest.split_at(rows[1] - rows[0]);
    fs::write(
        &path,
        format!("{before}/// See [`Nothing`].\n{between}/// ```\n/// panic!();\n/// ```\n{after}"),
    )
    .unwrap();
    let line = |at: usize| source[..at].matches('\n').count() + 1;

    let output = checkout.cargo(&["doc", "--no-deps"], "");
    let text = String::from_utf8_lossy(&output.stderr);
    let place = format!("controls-azure-backup/src/lib.rs:{}:", line(rows[0]));
    assert!(
        text.contains("unresolved link to `Nothing`") && text.contains(&place),
        "{place} {text}"
    );

    let output = checkout.cargo(&["test", "--doc"], "");
    let text = String::from_utf8_lossy(&output.stdout);
    let place = format!(
        "controls-azure-backup/src/lib.rs - AzureBackup::AzureMonitoring (line {})",
        // Below the line that was added above.
        line(rows[1]) + 1
    );
    assert!(text.contains(&place), "{place} {text}");
}
