//! Evidence on every kind of item that can have an attribute. Nothing about the items changes.

#![no_std]
#![deny(warnings, missing_docs, clippy::pedantic, rustdoc::all)]
#![forbid(unsafe_op_in_unsafe_fn, unused_results, let_underscore_drop)]

use core::fmt;

use controls_azure_backup::AzureBackup as Backup;
use controls_core::{satisfies, verifies, waived};

controls_core::controls! {
    /// A service.
    pub enum Service {
        Network = "Network" {
            Firewall = "Firewall support" => Yes,
            Tunnel = "Tunneling support" => No,
        }
    }
}

/// Names by other ways.
pub mod names {
    pub use super::Service::*;
    pub use controls_azure_backup as backup;
    pub use controls_core::satisfies as does;
}

/// A function.
#[satisfies(Backup::Authorization)]
#[must_use]
pub fn function(port: u16) -> u16 {
    port
}

/// A constant function, which calls another.
#[satisfies(Backup::Authorization, Service::Firewall)]
#[must_use]
pub const fn constant_function() -> u16 {
    constant_inner()
}

#[satisfies(crate::Service::Firewall)]
const fn constant_inner() -> u16 {
    #![allow(clippy::needless_return)]
    return 1;
}

/// An asynchronous function.
#[satisfies(::controls_azure_backup::AzureBackup::DataPlaneLogging)]
pub async fn asynchronous() {
    core::future::ready(()).await;
}

/// A generic function.
#[satisfies(names::backup::AzureBackup::EncryptionInTransit)]
pub fn generic<'a, T: fmt::Debug + ?Sized, const N: usize>(value: &'a T, _: [u8; N]) -> &'a T
where
    &'a T: Copy,
{
    value
}

/// An unsafe function.
///
/// # Safety
///
/// None is needed.
#[satisfies(names::Firewall)]
pub unsafe extern "C" fn foreign() {}

/// A type.
#[names::does(Service::Firewall)]
#[derive(Clone, Copy, Debug, Default)]
pub struct Vault<T = ()> {
    /// A field.
    pub value: T,
}

/// A type of which the attribute comes after the derive.
#[derive(Clone, Copy, Debug)]
#[satisfies(Service::Firewall)]
pub enum State {
    /// Open.
    Open,
}

/// A union.
#[satisfies(Service::Firewall)]
#[derive(Clone, Copy)]
pub union Bits {
    /// A field.
    pub bits: u32,
}

/// A tuple.
#[satisfies(Service::Firewall)]
#[derive(Debug)]
pub struct Tuple(pub u8);

/// Another name.
#[satisfies(Service::Firewall)]
pub type Alias = Vault<u8>;

/// A trait.
#[satisfies(Service::Firewall)]
pub trait Access {
    /// A constant.
    const LEVEL: u8;
    /// A function without a body.
    fn may_read(&self) -> bool;
    /// A function with a body.
    #[satisfies(Service::Firewall)]
    fn may_write(&self) -> bool {
        false
    }
}

#[satisfies(Service::Firewall, reviewed = "7e626dbe0aca9f1bdd45373465af5ca2")]
impl<T> Access for Vault<T> {
    #[satisfies(Service::Firewall)]
    const LEVEL: u8 = 1;

    #[satisfies(Backup::Authorization)]
    fn may_read(&self) -> bool {
        true
    }
}

impl<T> Vault<T> {
    /// An associated constant of a type with `=` in it.
    #[satisfies(Service::Firewall)]
    pub const ITERATOR: Option<fn() -> &'static dyn Iterator<Item = u8>> = None;

    /// A method.
    #[satisfies(Backup::Authorization)]
    #[satisfies(Service::Firewall)]
    pub fn method(&self) -> &T {
        &self.value
    }
}

/// A module.
#[satisfies(Service::Firewall)]
pub mod module {
    /// A function within.
    pub fn inner() {}
}

/// A constant.
#[satisfies(Service::Firewall)]
pub const LIMIT: [u8; 1 + LOW as usize] = [LOW; 3];

#[satisfies(Service::Firewall)]
const LOW: u8 = 1 << 1;

/// A static.
#[satisfies(Service::Firewall)]
pub static STATIC: u8 = 1;

#[cfg(feature = "extra")]
#[satisfies(Service::Firewall)]
/// An item that isn't always there.
pub fn extra() {}

waived!(
    Service::Tunnel,
    reason = "nobody has asked for it",
    until = "2027-03-31"
);

/// A function with evidence within.
#[must_use]
pub fn statements(port: u16) -> u16 {
    #[satisfies(Service::Firewall)]
    fn within() -> u16 {
        waived!(Service::Tunnel, reason = "as above", until = "2027-03-31");
        2
    }
    if port == 443 {
        controls_core::evidence::satisfies!(Service::Firewall, Backup::Authorization);
        return 1;
    }
    within()
}

macro_rules! items {
    ($($name:ident $control:path),*) => {
        $(
            /// A function of a macro.
            #[satisfies($control)]
            pub fn $name() {}

            waived!($control, reason = "a macro", until = "2027-03-31");
        )*
    };
}

items!(by_macro Service::Firewall, by_macro_too Backup::Authorization);

/// What verifies can be no test.
#[verifies(Service::Firewall)]
pub fn check() {}
