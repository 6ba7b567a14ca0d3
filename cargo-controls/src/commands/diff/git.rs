//! Documents as they stand in two revisions, read with the `git` program.

use std::{
    io,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use controls_dsl::Source;

use crate::{paths, sources::Edition};

/// The document in two revisions, `REV..REV`. In the second one it may have another path.
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
    let (old, new) = (Document::at(old), Document::at(new.unwrap_or(old)));
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
struct Document {
    /// The path as people are shown it.
    shown: String,
    /// The nearest folder above that exists: the document itself may have gone.
    folder: PathBuf,
    /// The path from there.
    below: PathBuf,
}

impl Document {
    fn at(path: &Path) -> Document {
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
        Document {
            shown: paths::shown(&seen),
            folder: folder.to_owned(),
            below,
        }
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
                source: Source { path, text },
                file: self.shown.clone(),
            }),
            Err(_) => Err(format!(
                "the document can't be read: it isn't UTF-8\n  --> {path}"
            )),
        }
    }

    /// The name of the commit that a revision is.
    fn commit(&self, revision: &str) -> Result<String, String> {
        self.git(&["rev-parse", "--git-dir"])?
            .map_err(|()| format!("`{}` isn't in a git repository", self.shown))?;
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
