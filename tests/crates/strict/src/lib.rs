//! What the macro makes is as clean as its surroundings ask for.

#![forbid(
    dead_code,
    deprecated,
    unsafe_code,
    future_incompatible,
    keyword_idents,
    let_underscore,
    nonstandard_style,
    refining_impl_trait,
    rust_2018_idioms,
    rust_2021_compatibility,
    rust_2024_compatibility,
    unused,
    absolute_paths_not_starting_with_crate,
    ambiguous_negative_literals,
    elided_lifetimes_in_paths,
    explicit_outlives_requirements,
    macro_use_extern_crate,
    meta_variable_misuse,
    missing_abi,
    missing_copy_implementations,
    missing_debug_implementations,
    missing_docs,
    non_ascii_idents,
    redundant_imports,
    redundant_lifetimes,
    single_use_lifetimes,
    trivial_casts,
    trivial_numeric_casts,
    unit_bindings,
    unnameable_types,
    unreachable_pub,
    unstable_features,
    unused_extern_crates,
    unused_import_braces,
    unused_lifetimes,
    unused_macro_rules,
    unused_qualifications,
    unused_results,
    variant_size_differences
)]
#![deny(warnings, clippy::all, clippy::nursery, clippy::pedantic, rustdoc::all)]
#![allow(
    clippy::redundant_pub_crate,
    reason = "it asks for the contrary of `unreachable_pub`"
)]

mod within;

controls_core::controls! {
    /// A service, described by its author.
    #[document = "../document.md"]
    #[published = "https://service.example/security/controls"]
    pub enum Service {
        /// The network, described by its author.
        Network = "Network" {
            /// The firewall, described by its author.
            Firewall = "Firewall support" => Yes { notes: "By [rules](./rules.md)." },
            Tunnel = "Tunneling support" => No { formerly: ["tunneling"], alias: ["VPN"] },
        }
        Identity = "Identity" {
            Roles = "Role-based access" => "Yes (preview)" { documentation: "[Roles](/service/roles)" },
        }
    }
}

controls_core::crosswalk! {
    /// What the service has to do with the framework.
    pub struct ServiceToFramework: Service => silent::Framework {
        Firewall => [SubsetOf(AccessControlPolicy)],
        Tunnel => [],
        Roles => [IntersectsWith(AccessControlAPI), EqualTo(AccessControlURL)],
    }
}

/// A module with a catalog whose author says nothing.
pub mod silent {
    controls_core::controls! {
        pub enum Framework {
            AccessControl = "Access `control` <AC> [1]" {
                AccessControlPolicy = "AccessControl policy: VNet_to_VNet, https://example.com, *all* of it",
                AccessControlAPI = "See [the API](./api.md) and [nothing]",
                AccessControlURL = "[x]: https://example.com",
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Service, ServiceToFramework, silent::Framework};

    #[test]
    fn strict_catalogs_work() {
        assert_eq!(Service::ALL.len() + Framework::COUNT, 6);
        assert_eq!(Framework::AccessControlAPI.links().len(), 0);
        assert_eq!(ServiceToFramework::of(Service::Roles).len(), 2);
    }
}
