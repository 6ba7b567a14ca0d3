//! In this crate `::core` is a dependency, not the library that the macro means.
//!
//! Its `compile_error!` is none, and yet a mistake in an attribute doesn't compile:
//!
//! ```compile_fail
//! #[controls_core::satisfies()]
//! fn filter() {}
//! ```
//!
//! What is right does:
//!
//! ```
//! use shadowing_dependency::Service;
//!
//! #[controls_core::satisfies(Service::Firewall, Service::Roles)]
//! fn filter() {}
//!
//! controls_core::waived!(Service::Tunnel, reason = "no tunnels", until = "2027-03-31");
//! # filter();
//! ```

#![deny(warnings)]

controls_core::controls! {
    /// A service.
    #[document = "../document.md"]
    pub enum Service {
        Network = "Network" {
            Firewall = "Firewall support" => Yes { notes: "By [rules](./rules.md)." },
            Tunnel = "Tunneling support" => No,
        }
        Identity = "Identity" {
            Roles = "Role-based access" => "Yes (preview)" { documentation: "[Roles](/service/roles)" },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Service;

    core::compile_error!("this is the dependency's, and no error");

    #[test]
    fn the_catalog_means_the_library() {
        assert_eq!(core::include_bytes!("no/such/file"), "not bytes");
        assert_eq!(
            Service::ALL,
            [Service::Firewall, Service::Tunnel, Service::Roles]
        );
        assert_eq!(Service::Firewall.max(Service::Tunnel), Service::Tunnel);
        assert_eq!(format!("{:?}", Service::Roles), "Roles");
    }
}
