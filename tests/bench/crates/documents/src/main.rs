//! Reads a document, or compares two editions of one: `documents PASSES read FILE` and `documents PASSES compare OLD NEW`
//! print the seconds of each pass.

use std::{fs, hint::black_box, time::Instant};

use controls_document::{compare, read};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let text = |file: &String| fs::read_to_string(file).expect("the document can be read");
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [_, "read", _] => {
            let text = text(&arguments[2]);
            timed(&arguments[0], || {
                black_box(read(black_box(&text)).expect("the document has controls"));
            });
        }
        [_, "compare", _, _] => {
            let [old, new] = [&arguments[2], &arguments[3]].map(text);
            let [old, new] =
                [&old, &new].map(|text| read(text).expect("the document has controls"));
            timed(&arguments[0], || {
                let comparison = compare(old.outline(), new.outline());
                assert!(!comparison.changes().is_empty(), "the editions differ");
                black_box(comparison);
            });
        }
        _ => panic!("documents PASSES read FILE, or documents PASSES compare OLD NEW"),
    }
}

/// Does something so many times, and prints the seconds of each.
fn timed(passes: &str, mut what: impl FnMut()) {
    for _ in 0..passes.parse().expect("a number of passes") {
        let start = Instant::now();
        what();
        println!("{}", start.elapsed().as_secs_f64());
    }
}
