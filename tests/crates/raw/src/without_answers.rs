//! A catalog without answers: the document's are left alone.

controls_core::controls! {
    /// A framework.
    #[document = "framework.md"]
    pub enum Framework {
        Access = "Access" {
            AccessPolicy = "Access policy" { notes: "Yearly." },
            AccessReviews = "Access reviews",
        }
    }
}

/// What `answer` means to the author of a framework: nothing of the kind is made, so the name is free.
pub trait Answer {
    /// Whether somebody has answered.
    fn answer(&self) -> bool;
}

impl Answer for Framework {
    fn answer(&self) -> bool {
        self.notes().is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::{Answer, Framework};

    #[test]
    fn records_have_no_answers() {
        assert!(
            Framework::CATALOG
                .records
                .iter()
                .all(|record| record.answer.is_none())
        );
        assert!(Framework::AccessPolicy.answer() && !Framework::AccessReviews.answer());
        assert_eq!(
            Framework::AccessPolicy.position().map(|place| place.line),
            Some(7)
        );
    }
}
