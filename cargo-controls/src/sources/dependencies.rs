//! The packages that others depend on, wherever they come from: a folder, a repository, a registry.

use std::collections::{HashMap, HashSet};

use cargo_metadata::{Metadata, MetadataCommand, PackageId};

use super::packages::{Package, Packages, reason};
use crate::message::Message;

/// The package that has the macro. Who doesn't depend on it, be it through others, has no definitions.
const CORE: &str = "controls-core";

/// The packages that some depend on, directly or through others, and that may have catalogs for them: each with its
/// library alone.
///
/// # Errors
///
/// A warning, when Cargo doesn't know which ones are meant, or hasn't fetched them. It isn't made to: it would write a lock
/// file, and use the network.
pub(super) fn dependencies<'p>(
    packages: &Packages,
    of: impl Iterator<Item = &'p Package>,
) -> Result<Vec<Package>, Message> {
    let of: Vec<&Package> = of.collect();
    if of.iter().all(|package| package.dependencies.is_empty()) {
        return Ok(Vec::new());
    }
    if !packages.lock().is_file() {
        return Err(Message::warning(
            "the catalogs of dependencies aren't looked at: there is no `Cargo.lock`, which says where they are\n  = help: `cargo generate-lockfile` writes it, and so does each build",
        ));
    }
    let metadata = MetadataCommand::new()
        .current_dir(packages.path())
        .other_options(["--locked", "--offline"].map(str::to_owned))
        .exec()
        .map_err(|error| {
            let reason = reason(&error);
            // What Cargo advises is about options of ours.
            let why = if reason.contains("--locked") {
                "`Cargo.lock` isn't up to date\n  = help: `cargo update --workspace` brings it up to date, and so does each build".to_owned()
            } else {
                format!("Cargo can't say which there are: {reason}")
            };
            Message::warning(format!("the catalogs of dependencies aren't looked at: {why}"))
        })?;
    let graph = Graph::of(&metadata);
    let roots = metadata.packages.iter().filter(|package| {
        let folder = package.manifest_path.parent();
        of.iter()
            .any(|root| folder.is_some_and(|folder| folder == root.folder))
    });
    let roots: Vec<&PackageId> = roots.map(|package| &package.id).collect();
    let below = Graph::reached(&graph.below, roots.iter().copied());
    let core = metadata
        .packages
        .iter()
        .filter(|package| **package.name == *CORE);
    let core: Vec<&PackageId> = core.map(|package| &package.id).collect();
    let above = Graph::reached(&graph.above, core.iter().copied());
    let mut found: Vec<&cargo_metadata::Package> = metadata
        .packages
        .iter()
        .filter(|package| below.contains(&package.id) && above.contains(&package.id))
        .filter(|package| !roots.contains(&&package.id) && !core.contains(&&package.id))
        .collect();
    found.sort_by(|one, other| (&one.name, &one.version).cmp(&(&other.name, &other.version)));
    let library = |package: &&cargo_metadata::Package| {
        let mut package = (*package).clone();
        // Others are no business of whoever depends on it, and mostly not there.
        package.targets.retain(cargo_metadata::Target::is_lib);
        Package::of(&package, &metadata)
    };
    Ok(found.iter().map(library).collect())
}

/// Which packages depend on which.
struct Graph<'m> {
    /// What each depends on.
    below: HashMap<&'m PackageId, Vec<&'m PackageId>>,
    /// What depends on each.
    above: HashMap<&'m PackageId, Vec<&'m PackageId>>,
}

impl<'m> Graph<'m> {
    fn of(metadata: &'m Metadata) -> Graph<'m> {
        let (mut below, mut above) = (HashMap::new(), HashMap::new());
        for node in metadata.resolve.iter().flat_map(|resolve| &resolve.nodes) {
            for dependency in &node.deps {
                let add = |map: &mut HashMap<_, Vec<_>>, from, to| {
                    map.entry(from).or_default().push(to);
                };
                add(&mut below, &node.id, &dependency.pkg);
                add(&mut above, &dependency.pkg, &node.id);
            }
        }
        Graph { below, above }
    }

    /// What is reached from some packages, themselves included.
    fn reached(
        edges: &HashMap<&'m PackageId, Vec<&'m PackageId>>,
        from: impl Iterator<Item = &'m PackageId>,
    ) -> HashSet<&'m PackageId> {
        let mut reached = HashSet::new();
        let mut stack: Vec<&PackageId> = from.collect();
        while let Some(package) = stack.pop() {
            if reached.insert(package) {
                stack.extend(edges.get(package).into_iter().flatten());
            }
        }
        reached
    }
}
