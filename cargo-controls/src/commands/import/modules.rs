//! A module for each catalog of several, and the list of all.

use std::{collections::HashSet, fmt::Write as _};

use controls_dsl::{is_keyword, kebab_case};

use super::imported::Imported;

/// The name of the module of each catalog, which is that of its file too.
pub(super) fn names(imported: &[Imported]) -> Vec<String> {
    // The first two are files of every crate.
    let mut taken: HashSet<String> = ["lib", "main"].map(str::to_owned).into();
    let name = |(at, of): (usize, &Imported)| {
        let name = kebab_case(&of.name).replace('-', "_");
        // Files of modules have names in ASCII.
        let name = if name.is_ascii() && !is_keyword(&name) {
            name
        } else {
            format!("catalog_{}", at + 1)
        };
        let mut free = name.clone();
        let mut number = 2;
        while !taken.insert(free.clone()) {
            free = format!("{name}_{number}");
            number += 1;
        }
        free
    };
    imported.iter().enumerate().map(name).collect()
}

/// The list of all catalogs.
pub(super) fn list(imported: &[Imported]) -> String {
    let mut out =
        String::from("/// All catalogs.\npub static ALL: &[&controls_core::Catalog] = &[\n");
    for of in imported {
        let _ = writeln!(out, "    {}::CATALOG,", of.name);
    }
    out.push_str("];\n");
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_catalog_has_a_module_of_its_own() {
        let imported = |name: &str| Imported {
            name: name.to_owned(),
            heading: None,
            about: String::new(),
            text: String::new(),
            controls: 0,
            sections: 0,
            has_rare_names: false,
        };
        let catalogs = [
            "KeyVault",
            "Key_Vault",
            "Lib",
            "Type",
            "バックアップ",
            "AKS",
            "Catalog_5",
        ];
        assert_eq!(
            names(&catalogs.map(imported)),
            [
                "key_vault",
                "key_vault_2",
                "lib_2",
                "catalog_4",
                "catalog_5",
                "aks",
                "catalog_5_2"
            ]
        );
    }
}
