//! Names of catalogs that tell them apart.

use std::collections::HashMap;

use crate::sources::Parsed;

/// The names of the enums; where several have one name, with the package, and if need be with the place.
pub(super) fn names(catalogs: &[Parsed]) -> Vec<String> {
    let name = |parsed: &Parsed| parsed.name();
    let of_package =
        |parsed: &Parsed| format!("{} of {}", parsed.name(), parsed.found.target.package);
    let at_place = |parsed: &Parsed| {
        let place = parsed.found.place(parsed.definition.name.span());
        let (line, _) = place.file.position(place.range.start);
        format!("{} in {}:{line}", parsed.name(), place.file.shown)
    };
    let mut names: Vec<String> = catalogs.iter().map(name).collect();
    for longer in [&of_package as &dyn Fn(&Parsed) -> String, &at_place] {
        let mut counts: HashMap<String, usize> = HashMap::new();
        for name in &names {
            *counts.entry(name.clone()).or_default() += 1;
        }
        for (name, parsed) in names.iter_mut().zip(catalogs) {
            if counts[name] > 1 {
                *name = longer(parsed);
            }
        }
    }
    names
}
