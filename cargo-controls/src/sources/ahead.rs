//! Looks at files ahead of the walk that puts them in order, in as many threads as there are processors.
//!
//! It begins while Cargo is still asked which packages there are, which takes as long as all the rest: with the files in
//! which they probably begin. What turns out to be part of none has been looked at in vain.

use std::{
    collections::HashSet,
    fs, iter,
    path::{Path, PathBuf},
    sync::{Mutex, OnceLock},
    thread::{self, Scope, ScopedJoinHandle},
};

use super::{
    found::Found,
    packages::Roots,
    walk::{Ahead, Looked, Walk},
};
use crate::message::Message;

/// As much as the main thread has on most systems: a definition with mistakes may have brackets in brackets.
const STACK: usize = 8 << 20;

/// What is made of a definition, in any thread.
pub(crate) type Make<'m, T> = &'m (dyn Fn(Found) -> T + Sync);

/// Waits for the packages in and below a folder, and looks at their files.
pub(crate) fn look_ahead<T: Send>(
    folder: &Path,
    make: Make<'_, T>,
    wait: impl FnOnce() -> Result<Vec<Roots>, Message>,
) -> Result<(Vec<Roots>, Ahead<T>), Message> {
    let packages = OnceLock::new();
    let taken = Mutex::new(HashSet::new());
    let take = |root: &PathBuf| {
        taken
            .lock()
            .is_ok_and(|mut taken| taken.insert(root.clone()))
    };
    let is_waiting = |_: &PathBuf| packages.get().is_none();
    let probable = || {
        probable(folder)
            .take_while(is_waiting)
            .filter(|file| file.is_file())
    };
    let ahead = thread::scope(|scope| {
        let mut looking = vec![spawn(scope, || reached(probable().filter(take), make))];
        let packages = packages.get_or_init(wait).as_deref().unwrap_or_default();
        let roots = || {
            packages
                .iter()
                .flat_map(|package| package.files.iter().cloned())
        };
        let threads = thread::available_parallelism()
            .map_or(1, Into::into)
            .min(roots().count());
        looking.extend(
            (1..threads).map(|_| spawn(scope, move || reached(roots().filter(take), make))),
        );
        let own = reached(roots().filter(take), make);
        // What no thread has looked at, the walk looks at itself.
        let others = looking
            .into_iter()
            .flatten()
            .filter_map(|thread| thread.join().ok());
        others
            .flatten()
            .chain(own)
            .map(|looked| (looked.path.clone(), looked))
            .collect()
    });
    packages
        .into_inner()
        .unwrap_or_else(|| Ok(Vec::new()))
        .map(|packages| (packages, ahead))
}

/// The files that can be reached from the first ones of targets.
fn reached<T>(roots: impl Iterator<Item = PathBuf>, make: Make<'_, T>) -> Vec<Looked<T>> {
    let mut walk = Walk::new(make);
    for root in roots {
        walk.from(&root);
    }
    walk.looked
}

/// A thread, if there can be one more.
fn spawn<'s, T: Send + 's>(
    scope: &'s Scope<'s, '_>,
    look: impl FnOnce() -> Vec<Looked<T>> + Send + 's,
) -> Option<ScopedJoinHandle<'s, Vec<Looked<T>>>> {
    thread::Builder::new()
        .stack_size(STACK)
        .spawn_scoped(scope, look)
        .ok()
}

/// Where packages begin if they are as `cargo new` makes them, in a folder or up to two below it.
fn probable(folder: &Path) -> impl Iterator<Item = PathBuf> {
    let home = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    let further = folders(&home).flat_map(|folder| folders(&folder));
    let homes = folders(&home).chain(further);
    iter::once(home)
        .chain(homes)
        .flat_map(|home| ["src/lib.rs", "src/main.rs"].map(|file| home.join(file)))
}

/// What stands in a folder.
fn folders(folder: &Path) -> impl Iterator<Item = PathBuf> + use<> {
    fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
}
