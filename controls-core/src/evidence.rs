//! Evidence: from a control to the code that satisfies it and the tests that verify it.
//!
//! ```
//! use controls_core::{satisfies, waived};
//!
//! controls_core::controls! {
//!     pub enum Service {
//!         Network = "Network" {
//!             Firewall = "Firewall support" => Yes,
//!             VnetInjection = "VNet injection support" => No,
//!         }
//!         Identity = "Identity" {
//!             Authorization = "Authorization" => Yes,
//!         }
//!     }
//! }
//!
//! #[satisfies(Service::Firewall)]
//! fn is_allowed(port: u16) -> bool {
//!     port == 443
//! }
//!
//! trait Access {
//!     fn may_read(&self, user: &str) -> bool;
//! }
//!
//! struct Vault;
//!
//! // Reviewed against what the row says: once it says something else, this doesn't compile.
//! #[satisfies(Service::Authorization, reviewed = "062d9c4164f9e6dfbfd3b436270acfa6")]
//! impl Access for Vault {
//!     fn may_read(&self, user: &str) -> bool {
//!         user == "owner"
//!     }
//! }
//!
//! #[test]
//! #[controls_core::verifies(Service::Authorization)]
//! fn a_stranger_is_turned_away() {
//!     assert!(!Vault.may_read("stranger"));
//! }
//!
//! waived!(Service::VnetInjection, reason = "the service has no network of its own", until = "2027-03-31");
//! # assert!(is_allowed(443) && Vault.may_read("owner"));
//! ```
//!
//! Each control is a path that the compiler resolves: where the document no longer has a control, and so its catalog
//! neither, whatever claims to satisfy it stops compiling, at the attribute. `reviewed` is the control's
//! [fingerprint](crate::Fingerprint) as it was when somebody last held the code against it; when the control says something
//! else, the item stops compiling, and the error says where to look and what to write after a review.
//!
//! | | on | |
//! |---|---|---|
//! | [`#[satisfies(…)]`](macro@crate::satisfies) | functions, methods, types, traits, impls, constants, modules with their items in braces | does what the control asks |
//! | [`#[verifies(…)]`](macro@crate::verifies) | tests, before or after their own attribute | shows it |
//! | [`evidence::satisfies!(…)`](satisfies!) | where no attribute can be, as in the file of a module | as a statement or an item |
//! | [`waived!(…)`](crate::waived!) | beside items and statements | why nothing does, and until when that is accepted |
//!
//! The item stays as it is. What the compiler checks is a constant of type `()`, of which the program has nothing.
//! Where the item has documentation above it, and on an `impl`, `#[satisfies]` adds a line to it that leads to the controls.
//!
//! An attribute isn't part of the item that it's on, so `Self` means nothing in it: write the name of the enum.

#[doc(inline)]
pub use crate::__satisfies as satisfies;

/// Says which controls the code around it satisfies, where no attribute can be.
///
/// It takes what [`#[satisfies(…)]`](macro@crate::satisfies) takes. An attribute and a macro of one name can't be imported
/// together, so this one is called by its path.
///
/// ```
/// # controls_core::controls! { enum Service { Network = "Network" { Firewall = "Firewall support" => Yes } } }
/// fn handle(port: u16) {
///     if port != 443 {
///         controls_core::evidence::satisfies!(Service::Firewall);
///         return;
///     }
///     // …
/// }
/// # handle(80);
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! __satisfies {
    ($($claim:tt)*) => {
        $crate::__private::satisfies_here! { ($crate) $($claim)* }
    };
}

/// Says why nothing satisfies a control, and until when that is accepted.
///
/// `until` is the last day, `YYYY-MM-DD`. The macro checks that it's a day of the calendar and no more: builds don't depend on
/// clocks. Past it, a waiver counts as nothing to whoever compares it with today, as `cargo controls trace` does.
///
/// ```
/// # controls_core::controls! { enum Service { Network = "Network" { VnetInjection = "VNet injection support" => No } } }
/// controls_core::waived!(
///     Service::VnetInjection,
///     reason = "the service has no network of its own",
///     until = "2027-03-31",
/// );
/// ```
#[macro_export]
macro_rules! waived {
    ($($waiver:tt)*) => {
        $crate::__private::waived! { ($crate) $($waiver)* }
    };
}
