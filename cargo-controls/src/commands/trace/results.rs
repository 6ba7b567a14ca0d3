//! Which tests ran, and how they ended: what `cargo nextest` and `cargo2junit` write.

use std::{collections::HashMap, fs, path::Path};

use roxmltree::{Document, Node};

use crate::{paths, sources::CodeItem, traced::run::TestRun};

/// The results of some tests.
#[derive(Debug, Default)]
pub(super) struct TestResults {
    /// By target and name, as `cargo nextest` has them.
    by_target: HashMap<String, Names>,
    /// By name, as `cargo2junit` has them, which doesn't say the target.
    by_name: Names,
}

/// How many modules the cases of a test may be in. Their macros make one or two.
const DEEPEST: usize = 4;

/// The tests of these names, and the names that others are below: the cases of one test are named as if in a module.
#[derive(Debug, Default)]
struct Names {
    whole: HashMap<String, TestRun>,
    above: HashMap<String, TestRun>,
}

impl Names {
    fn add(&mut self, name: &str, run: TestRun) {
        let add = |names: &mut HashMap<String, TestRun>, name: &str| {
            let known = names.entry(name.to_owned()).or_insert(run);
            *known = run.max(*known);
        };
        // Those of the language are without their marks in paths.
        let name = name.replace("r#", "");
        for (end, _) in name.rmatch_indices("::").take(DEEPEST) {
            add(&mut self.above, &name[..end]);
        }
        add(&mut self.whole, &name);
    }

    /// How a test ended, or all its cases.
    fn get(&self, name: &str, has_cases: bool) -> Option<TestRun> {
        let cases = self.above.get(name).filter(|_| has_cases);
        self.whole.get(name).into_iter().chain(cases).max().copied()
    }
}

impl TestResults {
    /// Reads a file.
    ///
    /// # Errors
    ///
    /// Says why it can't be read.
    pub(super) fn open(path: &Path) -> Result<TestResults, String> {
        let shown = paths::shown(path);
        let text = fs::read_to_string(path)
            .map_err(|error| format!("the results `{shown}` can't be read: {error}"))?;
        TestResults::read(&text).map_err(|error| {
            format!("the results `{shown}` aren't those of tests in JUnit's form: {error}")
        })
    }

    fn read(text: &str) -> Result<TestResults, String> {
        let document = Document::parse(text).map_err(|error| error.to_string())?;
        let root = document.root_element();
        if !root.has_tag_name("testsuites") && !root.has_tag_name("testsuite") {
            return Err(format!("they begin with `<{}>`", root.tag_name().name()));
        }
        let mut results = TestResults::default();
        for case in root
            .descendants()
            .filter(|node| node.has_tag_name("testcase"))
        {
            let name = case.attribute("name").unwrap_or_default();
            let group = case.attribute("classname").unwrap_or_default();
            let run = run(&case);
            results
                .by_target
                .entry(group.to_owned())
                .or_default()
                .add(name, run);
            // Where each target is a suite of its name, its tests are in that and in no module.
            let suite = case.parent().and_then(|suite| suite.attribute("name"));
            if suite == Some(group) {
                continue;
            }
            let whole = if group.is_empty() {
                name.to_owned()
            } else {
                format!("{group}::{name}")
            };
            results.by_name.add(&whole, run);
        }
        Ok(results)
    }

    /// How the test that an item is ended.
    ///
    /// # Errors
    ///
    /// When the results don't say of which target a test is, and `twins` of several targets have its name.
    pub(super) fn of(&self, item: &CodeItem, twins: &Twins) -> Result<TestRun, String> {
        let Some(name) = &item.test else {
            return Ok(TestRun::Missing);
        };
        let target = item.target.to_string();
        if let Some(run) = self
            .by_target
            .get(&target)
            .and_then(|names| names.get(name, item.has_cases))
        {
            return Ok(run);
        }
        match self.by_name.get(name, item.has_cases) {
            None => Ok(TestRun::Missing),
            Some(run) if twins.targets(name) < 2 => Ok(run),
            Some(_) => Err(format!(
                "the results have a test `{name}` and don't say of which target, and several have one: it counts as not run"
            )),
        }
    }
}

/// In how many targets there are tests of a name.
#[derive(Debug, Default)]
pub(super) struct Twins<'i>(HashMap<&'i str, Vec<String>>);

impl<'i> Twins<'i> {
    pub(super) fn of(items: impl Iterator<Item = &'i CodeItem>) -> Twins<'i> {
        let mut twins = Twins::default();
        for item in items {
            if let Some(name) = &item.test {
                let targets = twins.0.entry(name).or_default();
                let target = item.target.to_string();
                if !targets.contains(&target) {
                    targets.push(target);
                }
            }
        }
        twins
    }

    fn targets(&self, name: &str) -> usize {
        self.0.get(name).map_or(0, Vec::len)
    }
}

fn run(case: &Node<'_, '_>) -> TestRun {
    let has = |name: &str| case.children().any(|child| child.has_tag_name(name));
    let status = case.attribute("status").unwrap_or_default();
    if has("failure") || has("error") || ["failed", "failure", "error"].contains(&status) {
        TestRun::Failed
    } else if has("skipped") || ["skipped", "notrun", "disabled"].contains(&status) {
        TestRun::Skipped
    } else {
        // One that failed first and then passed has other children.
        TestRun::Passed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_are_read_as_tools_write_them() {
        let results = TestResults::read(
            r#"<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="nextest-run"><testsuite name="tool">
<testcase name="a::passes" classname="tool" time="0.1"/>
<testcase name="a::fails" classname="tool"><failure message="x" type="y"/></testcase>
<testcase name="a::flaky" classname="tool"><flakyFailure message="x" type="y"/></testcase>
<testcase name="a::cases::case_1" classname="tool"/>
<testcase name="a::cases::case_2" classname="tool"><error/></testcase>
<testcase name="a::r#type::r#match" classname="tool"/>
<testcase name="a::stopped" classname="tool" status="failed"/>
<testcase name="plain" classname="b::c"><skipped/></testcase>
</testsuite></testsuites>"#,
        )
        .unwrap();
        let of_tool = |name: &str| results.by_target["tool"].get(name, true);
        for (name, expected) in [
            ("a::passes", Some(TestRun::Passed)),
            ("a::fails", Some(TestRun::Failed)),
            ("a::flaky", Some(TestRun::Passed)),
            ("a::cases", Some(TestRun::Failed)),
            ("a::type::match", Some(TestRun::Passed)),
            ("a::stopped", Some(TestRun::Failed)),
            ("a::cas", None),
        ] {
            assert_eq!(of_tool(name), expected, "{name}");
        }
        // What isn't known to have cases has none, and what a target has no other does.
        assert_eq!(results.by_target["tool"].get("a::cases", false), None);
        assert_eq!(results.by_name.get("tool::a::passes", false), None);
        assert_eq!(
            results.by_name.get("b::c::plain", false),
            Some(TestRun::Skipped)
        );
    }

    #[test]
    fn what_is_something_else_is_said() {
        for (text, expected) in [
            ("<html/>", "they begin with `<html>`"),
            ("{}", "unknown token at 1:1"),
            ("", "the document does not have a root node"),
        ] {
            let error = TestResults::read(text).unwrap_err();
            assert_eq!(error, expected, "{text}");
        }
    }
}
