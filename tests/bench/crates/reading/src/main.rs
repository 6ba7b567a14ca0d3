//! Reads a document with one of several readers, `reading READER FILE PASSES`, and prints the seconds of each pass, then
//! the most memory that the process has held, in bytes.

use std::{fs, hint::black_box, time::Instant};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [reader, file, passes] = &arguments[..] else {
        panic!("reading READER FILE PASSES")
    };
    let passes: usize = passes.parse().expect("a number of passes");
    let text = fs::read_to_string(file).expect("the document can be read");
    let read: fn(&str) = match &**reader {
        "controls-document" => |text| {
            black_box(controls_document::read(text).expect("the document has controls"));
        },
        "pulldown-cmark" => |text| {
            use pulldown_cmark::{Options, Parser};
            let options = Options::ENABLE_TABLES | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
            for event in Parser::new_ext(text, options) {
                black_box(event);
            }
        },
        "comrak" => |text| {
            let mut options = comrak::Options::default();
            options.extension.table = true;
            options.extension.front_matter_delimiter = Some("---".into());
            let arena = comrak::Arena::new();
            for edge in comrak::parse_document(&arena, text, &options).traverse() {
                black_box(edge);
            }
        },
        _ => panic!("there is no reader `{reader}`"),
    };
    for _ in 0..passes {
        let start = Instant::now();
        read(black_box(&text));
        println!("{}", start.elapsed().as_secs_f64());
    }
    println!("{}", most_memory());
}

fn most_memory() -> u64 {
    let status =
        fs::read_to_string("/proc/self/status").expect("the kernel says how much memory is used");
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))
        .expect("the status has the peak");
    let kilobytes: u64 = line
        .trim()
        .trim_end_matches(" kB")
        .parse()
        .expect("the peak is a number of kB");
    kilobytes * 1024
}
