//! Reads a document and compares it with a definition as the macro does, and prints the seconds that each pass takes.

use std::{hint::black_box, path::PathBuf, time::Instant};

use controls_dsl::{Findings, check, drifts, load, parse};

fn main() {
    let mut arguments = std::env::args().skip(1);
    let file = PathBuf::from(arguments.next().expect("compare FILE PASSES"));
    let passes: usize = arguments
        .next()
        .and_then(|passes| passes.parse().ok())
        .expect("compare FILE PASSES");
    let cut = tools::cut(&file);
    let mut findings = Findings::default();
    let mut definition =
        parse(cut.definition, &mut findings).expect("the definition has a name");
    check(&mut definition, &mut findings);
    for _ in 0..passes {
        let start = Instant::now();
        let source =
            load(&definition, Some(&file), &mut findings).expect("the document is there");
        let document = source
            .document(&definition, &mut findings)
            .expect("the document has controls");
        let drifts = drifts(&definition, &document);
        println!("{}", start.elapsed().as_secs_f64());
        assert!(
            drifts.is_empty(),
            "the definition says what the document says"
        );
        black_box((document, drifts));
    }
    assert!(findings.is_empty(), "{:?}", findings.as_slice());
}
