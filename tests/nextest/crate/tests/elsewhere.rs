//! A test that is called as one of the library, which fails.

mod tests {
    use controls_core::verifies;
    use tested::Ends;

    #[test]
    #[verifies(Ends::PassedElsewhere)]
    fn same_name() {}
}
