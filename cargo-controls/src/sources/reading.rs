//! How a document is read that no definition says so of.

use clap::Args;
use controls_document::{Binding, Place, excerpt};

/// Which columns, headings and words of a document mean what, as its definition would say it.
#[derive(Args, Clone, Debug, Default)]
pub(crate) struct ReadingOptions {
    /// Bind columns by their headings, in the words of `#[columns]`: `title = "Recommendation", answer = "Status"`
    #[arg(long, value_name = "COLUMNS", help_heading = HEADING)]
    columns: Option<String>,
    /// Say what answers mean, in the words of `#[answers]`: `yes = "Pass", blank = unanswered`
    #[arg(long, value_name = "ANSWERS", help_heading = HEADING)]
    answers: Option<String>,
    /// Take headings for controls, in the words of `#[headings]`: `level = 4, answer = "Result"`
    #[arg(long, value_name = "HEADINGS", help_heading = HEADING)]
    headings: Option<String>,
}

const HEADING: &str = "Reading";

impl ReadingOptions {
    /// What is bound.
    ///
    /// # Errors
    ///
    /// Says what is wrong with an option, and shows where.
    pub(crate) fn binding(&self) -> Result<Binding, String> {
        let [columns, answers, headings] =
            [&self.columns, &self.answers, &self.headings].map(Option::as_deref);
        controls_dsl::binding(columns, answers, headings).map_err(|error| {
            let text = match error.attribute {
                "columns" => columns,
                "answers" => answers,
                _ => headings,
            };
            let place = Place {
                line: 1,
                column: u32::try_from(error.column).unwrap_or(u32::MAX),
                width: 1,
            };
            let option = format!("--{}", error.attribute);
            format!(
                "{error}\n{}",
                excerpt(&option, text.unwrap_or_default(), place, "")
            )
        })
    }
}
