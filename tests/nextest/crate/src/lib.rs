//! Each test verifies the control that says how it ends, as `cargo nextest` runs them: once more where one fails.

controls_core::controls! {
    /// How tests end.
    pub enum Ends {
        Ran = "Ran" {
            Passed = "It passes",
            PassedInAModule = "It passes, in a module",
            PassedElsewhere = "It passes, where one of the same name in another target fails",
            PanickedAsExpected = "It panics, and that is expected",
            PassedAtLast = "It passes the second time",
            Failed = "It fails",
            Panicked = "It fails in a module",
        }
        Never = "Never ran" {
            Ignored = "It's ignored",
            FilteredOut = "A filter leaves it out",
            NoTest = "It's no test",
            TurnedOff = "It's never compiled",
        }
    }
}

#[cfg(test)]
mod tests {
    use controls_core::verifies;

    use super::Ends;

    #[test]
    #[verifies(Ends::Passed)]
    fn passed() {}

    #[verifies(Ends::PanickedAsExpected)]
    #[test]
    #[should_panic(expected = "as expected")]
    fn panicked_as_expected() {
        panic!("as expected");
    }

    #[test]
    #[verifies(Ends::PassedAtLast)]
    fn passed_at_last() {
        let attempt = std::env::var("NEXTEST_ATTEMPT").unwrap();
        assert_eq!(attempt, "2");
    }

    #[test]
    #[verifies(Ends::Failed)]
    fn same_name() {
        panic!("this one fails");
    }

    #[test]
    #[ignore = "nobody asks for it"]
    #[verifies(Ends::Ignored)]
    fn ignored() {}

    #[test]
    #[verifies(Ends::FilteredOut)]
    fn filtered_out() {}

    #[verifies(Ends::NoTest)]
    #[expect(dead_code, reason = "it's here to be no test")]
    fn no_test() {}

    #[cfg(any())]
    #[test]
    #[verifies(Ends::TurnedOff)]
    fn turned_off() {}

    mod inner {
        use super::*;

        #[test]
        #[verifies(Ends::PassedInAModule)]
        fn passed() -> Result<(), std::fmt::Error> {
            Ok(())
        }

        #[test]
        #[verifies(Ends::Panicked)]
        fn panicked() {
            panic!("this one fails too");
        }
    }
}
