//! A catalog beside its document, two folders down: the path begins at the file that the literal stands in.

/// A module within a file: its name is no part of the path.
pub mod inner {
    controls_core::controls! {
        /// A service.
        #[document = "service.md"]
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
}

mod deeper;

#[cfg(test)]
mod tests {
    use super::{deeper, inner};

    #[test]
    fn each_catalog_finds_the_document_from_its_own_file() {
        assert_eq!(inner::Service::CATALOG.document, Some("service.md"));
        assert_eq!(deeper::Service::CATALOG.document, Some("../service.md"));
        assert_eq!(
            inner::Service::Roles.position(),
            deeper::Service::Roles.position()
        );
        assert!(inner::Service::Roles.position().is_some());
    }
}
