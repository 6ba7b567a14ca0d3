//! What is written on the pages of rustdoc.

use controls_dsl::expand;

#[test]
fn links_that_a_browser_would_run_are_text() {
    let definition = r#"
        #[published = "https://a.example/b"]
        enum S { N = "n" { R = "t" => No { notes: "[run](javascript:x) [show](data:text/html,x) [go](c)" } } }
    "#;
    let expansion = expand(definition.parse().unwrap(), &|_| None).to_string();
    let docs: Vec<&str> = expansion.split("# [doc =").skip(1).collect();
    let of_row = docs.iter().find(|doc| doc.contains("Id: `r`")).unwrap();
    assert!(
        of_row.contains("run show [go](<https://a.example/c>)"),
        "{of_row}"
    );
}
