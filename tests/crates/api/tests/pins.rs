//! Pins, in constants and at run time.

mod service;

use std::panic::{AssertUnwindSafe, catch_unwind};

use controls_core::{Answer, Answered, Control, Fingerprint};
use service::Service;

const _: () = Service::ForcedTunneling.assert_answer(Answer::Yes);
const _: () = Service::Authentication.assert_answer(Answer::Qualified("Yes (preview)"));
const _: () = Service::ForcedTunneling.assert_fingerprint("7c4aec5426861148d68eb5d70da5d58a");
const _: () = Service::CATALOG.assert_fingerprint("f60346722f0af244eb4b0cdbb51524ae");

/// What an assertion says when it fails.
fn message(assert: impl FnOnce()) -> String {
    let panic = catch_unwind(AssertUnwindSafe(assert)).expect_err("the assertion should fail");
    panic
        .downcast_ref::<String>()
        .cloned()
        .unwrap_or_else(|| panic.downcast_ref::<&str>().unwrap().to_string())
}

#[test]
fn a_pin_that_breaks_says_what_was_and_what_is() {
    for (reviewed, message_of) in [
        (
            Answer::No,
            "`Service::ForcedTunneling` was reviewed as `No`, and is now `Yes`",
        ),
        (
            Answer::NotApplicable,
            "`Service::ForcedTunneling` was reviewed as `N/A`, and is now `Yes`",
        ),
        (
            Answer::Qualified("Yes"),
            "`Service::ForcedTunneling` was reviewed as `\"Yes\"`, and is now `Yes`",
        ),
    ] {
        assert_eq!(
            message(|| Service::ForcedTunneling.assert_answer(reviewed)),
            message_of
        );
        assert_eq!(
            message(|| Answered::assert_answer(Service::ForcedTunneling, reviewed)),
            message_of
        );
        assert_eq!(
            message(|| Service::CATALOG.assert_answer(1, reviewed)),
            message_of
        );
    }
    let zeros = "0".repeat(32);
    let now = Service::Injection.fingerprint();
    let expected = format!(
        "`Service::Injection` has changed since it was reviewed: after review, write \"{now}\""
    );
    assert_eq!(
        message(|| Service::Injection.assert_fingerprint(&zeros)),
        expected
    );
    assert_eq!(
        message(|| Control::assert_fingerprint(Service::Injection, &zeros)),
        expected
    );
    assert_eq!(
        message(|| Service::CATALOG.assert_fingerprint("abc")),
        format!(
            "`abc` isn't a fingerprint, which is 32 hexadecimal digits, for `Service`: after review, write \"{}\"",
            Service::CATALOG.fingerprint
        )
    );
}

#[test]
fn fingerprints_are_read_as_they_are_written() {
    for control in Service::all() {
        let text = control.fingerprint().to_string();
        assert_eq!(text.parse(), Ok(control.fingerprint()));
        assert_eq!(text.to_uppercase().parse(), Ok(control.fingerprint()));
        control.assert_fingerprint(&text);
    }
    for text in [
        "",
        "0",
        "g0000000000000000000000000000000",
        "000000000000000000000000000000000",
    ] {
        assert!(text.parse::<Fingerprint>().is_err(), "{text}");
    }
}

mod other {
    controls_core::controls! {
        /// The same words under other names.
        pub enum Renamed {
            Net = "Network" {
                Tunnel = "Forced  tunneling support" => Yes { notes: "By [rules](./rules.md).", id: "other" },
                Endpoint = "Service endpoint support" => "No",
            }
        }
    }
}

#[test]
fn a_fingerprint_is_that_of_the_words() {
    assert_eq!(
        other::Renamed::Tunnel.fingerprint(),
        Service::ForcedTunneling.fingerprint()
    );
    // A document that says "No" in so many words isn't one that answers no.
    assert_ne!(
        other::Renamed::Endpoint.fingerprint(),
        Service::ServiceEndpoint.fingerprint()
    );
}
