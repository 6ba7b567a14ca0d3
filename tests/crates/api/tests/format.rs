//! Widths and precisions of format strings.

mod service;

use controls_core::Answer;
use service::Service;

#[test]
fn what_is_shown_takes_a_width() {
    let fingerprint = Service::Authorization.fingerprint();
    let digits = fingerprint.to_string();
    assert_eq!(format!("{fingerprint:.8}"), digits[..8]);
    assert_eq!(format!("{fingerprint:>34}"), format!("  {digits}"));

    assert_eq!(format!("{:>5}|", Answer::Yes), "  Yes|");
}

#[cfg(feature = "alloc")]
#[test]
fn days_take_a_width() {
    let date = controls_core::Date::new(2027, 3, 31).unwrap();
    assert_eq!(format!("{date:>12}|"), "  2027-03-31|");
    assert_eq!(format!("{date:.4}"), "2027");
}
