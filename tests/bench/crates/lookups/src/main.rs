//! Looks ids up, over and over, for callgrind to count: `lookups WAY hit|miss PASSES`.

#[path = "../../generated/catalog-1200/src/lib.rs"]
mod big;
mod ids;
#[cfg(feature = "others")]
mod others;

use std::hint::black_box;

/// Looks one id up, and says at which index it is.
type Lookup = fn(&str) -> Option<usize>;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [way, outcome, passes] = &arguments[..] else {
        panic!("lookups WAY hit|miss PASSES")
    };
    let passes: usize = passes.parse().expect("a number of passes");
    let is_hit = outcome == "hit";
    let asked = if is_hit { &ids::HITS } else { &ids::MISSES };
    let lookup = way_of(way);
    if way != "nothing" {
        for (index, id) in asked.iter().enumerate() {
            assert_eq!(lookup(id), is_hit.then_some(index), "{way}: {id}");
        }
    }
    for _ in 0..passes {
        for id in asked {
            black_box(lookup(black_box(id)));
        }
    }
}

fn way_of(way: &str) -> Lookup {
    match way {
        "nothing" => |_| None,
        "controls" => |id| big::Big::from_id(id).map(|control| control as usize),
        #[cfg(feature = "others")]
        "phf" => |id| others::MAP.get(id).copied(),
        #[cfg(feature = "others")]
        "strum" => |id| id.parse::<others::Big>().ok().map(|control| control as usize),
        _ => panic!("there is no way `{way}`"),
    }
}
