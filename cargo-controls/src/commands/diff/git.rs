//! Documents as they are in two revisions, read with the `git` program.

use std::{
    env, io,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use controls_dsl::Source;

use crate::{paths, sources::Edition};

/// The document in two revisions, `REV..REV`. In the second one it may have another path. If it has only one path, and
/// one of the revisions doesn't have that, the document has been renamed in between.
///
/// # Errors
///
/// Says what is missing: two revisions, the program, a repository, one of the revisions, the document in one of them.
pub(super) fn editions(
    range: &str,
    old: &Path,
    new: Option<&Path>,
) -> Result<(Edition, Edition), String> {
    let (first, second) = revisions(range)?;
    let document = DocumentPath::at(old).located()?;
    let (old, new) = match new {
        Some(new) => (None, Some(DocumentPath::at(new).located()?)),
        None => match (document.is_in(first)?, document.is_in(second)?) {
            (false, true) => (document.renamed(second, first)?, None),
            (true, false) => (None, document.renamed(first, second)?),
            _ => (None, None),
        },
    };
    let (old, new) = (
        old.as_ref().unwrap_or(&document),
        new.as_ref().unwrap_or(&document),
    );
    Ok((old.edition(first)?, new.edition(second)?))
}

fn revisions<'r>(range: &'r str) -> Result<(&'r str, &'r str), String> {
    let or_head = |revision: &'r str| {
        if revision.is_empty() {
            "HEAD"
        } else {
            revision
        }
    };
    match range.split_once("..") {
        Some((first, second)) if !second.starts_with('.') => Ok((or_head(first), or_head(second))),
        _ => Err(format!(
            "`{range}` isn't two revisions: write them with two dots between, such as `HEAD~1..HEAD`"
        )),
    }
}

/// Where a document is, or was.
struct DocumentPath {
    /// The path as people are shown it.
    shown: String,
    /// The nearest folder above that exists: the document itself may have gone.
    folder: PathBuf,
    /// The path from there.
    below: PathBuf,
    /// The repository, unless it's the one around the folder.
    named: Option<NamedRepository>,
}

/// A repository that the environment names.
#[derive(Clone)]
struct NamedRepository {
    git_dir: PathBuf,
    work_tree: PathBuf,
}

/// What `git` tells its hooks about the repository, and where they're run. Taken as it is, it would make the folder of
/// the document the root of the work tree.
const VARIABLES: [&str; 5] = [
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_PREFIX",
    "GIT_COMMON_DIR",
];

impl NamedRepository {
    fn of_environment() -> Option<NamedRepository> {
        let here = env::current_dir().ok()?;
        let variable = |name| Some(here.join(env::var_os(name)?));
        Some(NamedRepository {
            git_dir: variable("GIT_DIR")?,
            work_tree: variable("GIT_WORK_TREE").unwrap_or_else(|| here.clone()),
        })
    }
}

impl DocumentPath {
    fn at(path: &Path) -> DocumentPath {
        let seen = paths::from_here(path);
        let absolute = std::path::absolute(&seen).unwrap_or_else(|_| seen.clone());
        let folder = absolute
            .ancestors()
            .skip(1)
            .find(|folder| folder.is_dir())
            .unwrap_or(Path::new("."));
        let below = absolute
            .strip_prefix(folder)
            .unwrap_or(&absolute)
            .to_owned();
        DocumentPath {
            shown: paths::shown(&seen),
            folder: folder.to_owned(),
            below,
            named: None,
        }
    }

    /// With its repository: the one around it, or else the one that the environment names.
    fn located(mut self) -> Result<DocumentPath, String> {
        let is_in_one = |document: &DocumentPath| document.git(&["rev-parse", "--git-dir"]);
        if is_in_one(&self)?.is_ok() {
            return Ok(self);
        }
        self.named = NamedRepository::of_environment();
        if self.named.is_some() && is_in_one(&self)?.is_ok() {
            return Ok(self);
        }
        Err(format!("`{}` isn't in a git repository", self.shown))
    }

    /// Whether a revision has it under this path.
    fn is_in(&self, revision: &str) -> Result<bool, String> {
        let object = format!("{}:./{}", self.commit(revision)?, paths::shown(&self.below));
        Ok(self.git(&["cat-file", "-e", &object])?.is_ok())
    }

    /// What the document of one revision is called in another one, if it has been renamed in between.
    fn renamed(&self, from: &str, to: &str) -> Result<Option<DocumentPath>, String> {
        let (from, to) = (self.commit(from)?, self.commit(to)?);
        let (Ok(prefix), Ok(root)) = (
            self.git(&["rev-parse", "--show-prefix"])?,
            self.git(&["rev-parse", "--show-toplevel"])?,
        ) else {
            return Ok(None);
        };
        let text = |bytes: Vec<u8>| {
            String::from_utf8_lossy(&bytes)
                .trim_end_matches('\n')
                .to_owned()
        };
        let root = PathBuf::from(text(root));
        let path = format!("{}{}", text(prefix), paths::shown(&self.below));
        // Step by step, as each commit may have changed the text a little; or else at once.
        let log = ["log", "--format=", "--first-parent", "-m"];
        let options = ["--name-status", "-z", "-M", "--diff-filter=R"];
        let range = |one: &str, other: &str| format!("{one}..{other}");
        let (there, back) = (range(&from, &to), range(&to, &from));
        let steps = |words: &[&str]| -> Result<Vec<(String, String)>, String> {
            let listed = self.git(&[words, &options].concat())?.unwrap_or_default();
            Ok(renames(&String::from_utf8_lossy(&listed)))
        };
        // The latest commit is listed first.
        let later = steps(&[&log[..], &[&there]].concat())?.into_iter().rev();
        let earlier = steps(&[&log[..], &[&back]].concat())?.into_iter();
        let earlier = earlier.map(|(old, new)| (new, old));
        let at_once = steps(&["diff", "--no-ext-diff", &from, &to])?;
        let found = [later.collect(), earlier.collect(), at_once]
            .into_iter()
            .map(|steps: Vec<(String, String)>| {
                steps.into_iter().fold(
                    path.clone(),
                    |path, (old, new)| if old == path { new } else { path },
                )
            })
            .find(|found| *found != path);
        Ok(found.map(|found| DocumentPath {
            shown: paths::shown(&paths::from_here(&root.join(&found))),
            folder: root,
            below: PathBuf::from(found),
            named: self.named.clone(),
        }))
    }

    fn edition(&self, revision: &str) -> Result<Edition, String> {
        let commit = self.commit(revision)?;
        let object = format!("{commit}:./{}", paths::shown(&self.below));
        match self.git(&["cat-file", "-t", &object])? {
            Ok(kind) if kind == b"blob\n" => {}
            Ok(_) => {
                return Err(format!(
                    "`{}` isn't a file in revision `{revision}`",
                    self.shown
                ));
            }
            Err(()) => {
                return Err(format!(
                    "there is no `{}` in revision `{revision}`: where it has another name there, give both paths",
                    self.shown
                ));
            }
        }
        let failed = || format!("`git` can't show `{}` in revision `{revision}`", self.shown);
        let bytes = self
            .git(&["cat-file", "blob", &object])?
            .map_err(|()| failed())?;
        let path = format!("{revision}:{}", self.shown);
        match String::from_utf8(bytes) {
            Ok(text) => Ok(Edition {
                source: Source::new(path, text),
                file: self.shown.clone(),
            }),
            Err(_) => Err(format!(
                "the document can't be read: it isn't UTF-8\n  --> {path}"
            )),
        }
    }

    /// The name of the commit that a revision is.
    fn commit(&self, revision: &str) -> Result<String, String> {
        let missing = || {
            format!(
                "there is no revision `{revision}` in the repository of `{}`",
                self.shown
            )
        };
        // A revision never begins so, an option would.
        if revision.starts_with('-') {
            return Err(missing());
        }
        let name = self.git(&[
            "rev-parse",
            "--verify",
            "--quiet",
            &format!("{revision}^{{commit}}"),
        ])?;
        let name = name.map_err(|()| missing())?;
        Ok(String::from_utf8_lossy(&name).trim().to_owned())
    }

    /// What the program prints, or that it fails.
    fn git(&self, words: &[&str]) -> Result<Result<Vec<u8>, ()>, String> {
        let mut command = Command::new("git");
        command
            .arg("-C")
            .arg(&self.folder)
            .args(words)
            .stdin(Stdio::null());
        for variable in VARIABLES {
            command.env_remove(variable);
        }
        if let Some(NamedRepository { git_dir, work_tree }) = &self.named {
            command
                .env("GIT_DIR", git_dir)
                .env("GIT_WORK_TREE", work_tree);
        }
        match command.output() {
            Ok(output) if output.status.success() => Ok(Ok(output.stdout)),
            Ok(_) => Ok(Err(())),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                Err("`--git` needs the program `git`, which can't be found".to_owned())
            }
            Err(error) => Err(format!("the program `git` can't be run: {error}")),
        }
    }
}

/// The renames in a list that `git` prints, each as the old path and the new one.
fn renames(listed: &str) -> Vec<(String, String)> {
    let mut words = listed.split('\0').map(|word| word.trim_start_matches('\n'));
    let mut all = Vec::new();
    while let Some(status) = words.next() {
        if status.starts_with('R')
            && let (Some(old), Some(new)) = (words.next(), words.next())
        {
            all.push((old.to_owned(), new.to_owned()));
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::revisions;

    #[test]
    fn two_revisions_have_two_dots_between() {
        for (range, expected) in [
            ("a..b", Some(("a", "b"))),
            ("v1.0..v1.1", Some(("v1.0", "v1.1"))),
            ("a..", Some(("a", "HEAD"))),
            ("..b", Some(("HEAD", "b"))),
            ("a...b", None),
            ("a", None),
            ("", None),
        ] {
            assert_eq!(revisions(range).ok(), expected, "{range}");
        }
    }
}
