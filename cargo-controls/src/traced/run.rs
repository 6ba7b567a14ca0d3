//! How a test ended.

/// How a test ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum TestRun {
    /// It isn't among the results.
    Missing,
    Skipped,
    Passed,
    /// Of several cases one did.
    Failed,
}

impl TestRun {
    /// The name as data has it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            TestRun::Missing => "missing",
            TestRun::Skipped => "skipped",
            TestRun::Passed => "passed",
            TestRun::Failed => "failed",
        }
    }
}
