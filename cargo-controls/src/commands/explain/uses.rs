//! Where sources use the variants of catalogs.
//!
//! What can be told from tokens is told: paths such as `AzureBackup::ForcedTunneling`, the variants of
//! `use …::AzureBackup::{…}`, and both under a name that the file gives to the catalog by `use … as …`. A type is known
//! by its name alone, so two catalogs of one name share their uses. `Self::…`, and bare names after an import of
//! variants or of all of them, can't be told from other names, and aren't claimed.

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

use controls_dsl::plain_name as plain;
use proc_macro2::{Delimiter, Ident, TokenTree};

use super::position::SourcePosition;
use crate::{
    file::SourceFile,
    sources::{CrateFile, Import, SourceCatalog, levels, tokens},
};

/// How many bytes before a use and after it are shown of its line.
const REACH: usize = 200;

/// A place that names a variant.
#[derive(Clone, Debug)]
pub(super) struct Use {
    /// Where the name of the variant is.
    pub(super) position: SourcePosition,
    /// The line, without white space at its ends, cut where it's long.
    pub(super) source: String,
}

/// All uses, by catalog and variant.
#[derive(Debug, Default)]
pub(super) struct Uses(HashMap<String, HashMap<String, Vec<Use>>>);

impl Uses {
    /// Looks through files for the variants of catalogs.
    pub(super) fn of(files: &[CrateFile], catalogs: &[SourceCatalog]) -> Uses {
        let mut uses = Uses::default();
        let types: HashSet<&str> = catalogs.iter().map(|catalog| &*catalog.name).collect();
        let mut files: Vec<&CrateFile> = files.iter().collect();
        files.sort_by(|one, other| one.file.path.cmp(&other.file.path));
        for CrateFile { file, scan, .. } in files {
            // Most files name no catalog, and taking them apart is what takes time.
            let named = types.iter().filter(|name| file.text.contains(**name));
            let mut aliases: HashMap<String, &str> =
                named.map(|name| ((*name).to_owned(), *name)).collect();
            if aliases.is_empty() {
                continue;
            }
            for Import { path, name, .. } in &scan.names {
                let known = path.last().and_then(|last| aliases.get(last)).copied();
                if let (Some(known), Some(name)) = (known, name) {
                    aliases.insert(name.clone(), known);
                }
            }
            if let Ok(tokens) = tokens(file) {
                uses.file(file, &levels(tokens), &aliases);
            }
        }
        uses
    }

    /// The uses of a variant, in order.
    pub(super) fn of_variant(&self, catalog: &str, variant: &str) -> &[Use] {
        self.0
            .get(catalog)
            .and_then(|variants| variants.get(variant))
            .map_or(&[], Vec::as_slice)
    }

    fn file(
        &mut self,
        file: &Arc<SourceFile>,
        levels: &[Vec<TokenTree>],
        aliases: &HashMap<String, &str>,
    ) {
        let mut found: Vec<(&str, Ident)> = Vec::new();
        for level in levels {
            let paths = (0..level.len()).filter_map(|at| path(&level[at..]));
            for (catalog, variants) in paths {
                if let Some(catalog) = aliases.get(&plain(catalog)) {
                    found.extend(variants.into_iter().map(|variant| (*catalog, variant)));
                }
            }
        }
        found.sort_by_key(|(_, variant)| variant.span().byte_range().start);
        for (catalog, variant) in found {
            let at = variant.span().byte_range().start;
            let (position, source) = (SourcePosition::of(file, at), line(file, at));
            let variants = self.0.entry(catalog.to_owned()).or_default();
            variants
                .entry(plain(&variant))
                .or_default()
                .push(Use { position, source });
        }
    }
}

/// `Catalog::Variant` or `Catalog::{Variant, …}` at the front.
fn path(tokens: &[TokenTree]) -> Option<(&Ident, Vec<Ident>)> {
    let [TokenTree::Ident(catalog), one, two, last, ..] = tokens else {
        return None;
    };
    if !is_punct(one, ':') || !is_punct(two, ':') {
        return None;
    }
    match last {
        TokenTree::Ident(variant) => Some((catalog, vec![variant.clone()])),
        TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
            let tokens: Vec<TokenTree> = group.stream().into_iter().collect();
            let items = tokens.split(|token| is_punct(token, ','));
            let variants = items.filter_map(|item| match item.first() {
                Some(TokenTree::Ident(variant)) => Some(variant.clone()),
                _ => None,
            });
            Some((catalog, variants.collect()))
        }
        _ => None,
    }
}

fn is_punct(token: &TokenTree, wanted: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == wanted)
}

/// The line that a byte of a file is in, or what is near it of a long one.
fn line(file: &SourceFile, at: usize) -> String {
    let (lines, near) = (file.lines_of(&(at..at)), file.around(&(at..at), REACH));
    let cut = |is_cut| if is_cut { "…" } else { "" };
    format!(
        "{}{}{}",
        cut(near.start > lines.start),
        file.text[near.clone()].trim(),
        cut(near.end < lines.end)
    )
}
