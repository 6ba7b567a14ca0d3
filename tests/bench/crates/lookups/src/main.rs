//! Looks ids up, over and over, for callgrind to count: `lookups WAY ROWS hit|miss STEP PASSES`. Asks for one id in STEP.

#[path = "../../generated/catalog-1200/src/lib.rs"]
mod big;
mod ids;
#[cfg(feature = "others")]
mod others;

use std::hint::black_box;

use controls_azure_backup::AzureBackup;

/// Looks one id up, and says at which index it is.
type Lookup = fn(&str) -> Option<usize>;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [way, rows, outcome, step, passes] = &arguments[..] else { panic!("lookups WAY ROWS hit|miss STEP PASSES") };
    let step: usize = step.parse().expect("a number of ids");
    let passes: usize = passes.parse().expect("a number of passes");
    let hits: &[&str] = if rows == "15" { &ids::SMALL } else { &ids::BIG };
    let misses: &[&str] = if rows == "15" { &ids::SMALL_MISSES } else { &ids::BIG_MISSES };
    let is_hit = outcome == "hit";
    let asked = if is_hit { hits } else { misses };
    let lookup = way_of(way, rows == "15");
    // What is built at first use is built now.
    if !matches!(&**way, "nothing" | "nearest" | "levenshtein" | "jaro-winkler") {
        for (index, id) in asked.iter().enumerate() {
            assert_eq!(lookup(id), is_hit.then_some(index), "{way}: {id}");
        }
    }
    for _ in 0..passes {
        for id in asked.iter().step_by(step) {
            black_box(lookup(black_box(id)));
        }
    }
}

fn way_of(way: &str, is_small: bool) -> Lookup {
    match (way, is_small) {
        ("nothing", _) => |_| None,
        ("controls", true) => |id| AzureBackup::from_id(id).map(|control| control as usize),
        ("controls", false) => |id| big::Big::from_id(id).map(|control| control as usize),
        ("nearest", true) => |id| nearest(id.parse::<AzureBackup>().err()),
        ("nearest", false) => |id| nearest(id.parse::<big::Big>().err()),
        #[cfg(feature = "others")]
        _ => others::way_of(way, is_small),
        #[cfg(not(feature = "others"))]
        _ => panic!("there is no way `{way}`"),
    }
}

fn nearest(error: Option<controls_core::UnknownControl>) -> Option<usize> {
    error?.nearest().map(str::len)
}
