//! Nothing is in scope here: neither `Option` nor `derive` nor a crate by its bare name.

#![no_implicit_prelude]
#![deny(warnings)]

::controls_core::controls! {
    /// A service.
    #[document = "../document.md"]
    #[published = "https://service.example/security/controls"]
    #[derive(::core::default::Default)]
    pub enum Service {
        Network = "Network" {
            #[default]
            Firewall = "Firewall support" => Yes { notes: "By [rules](./rules.md)." },
            Tunnel = "Tunneling support" => No { formerly: ["tunneling"], alias: ["VPN"] },
        }
        Identity = "Identity" {
            Roles = "Role-based access" => "Yes (preview)" { documentation: "[Roles](/service/roles)" },
        }
    }
}

::controls_core::crosswalk! {
    /// The service and itself.
    pub struct Itself: Service => Service {
        Firewall => [EqualTo(Firewall)],
        Tunnel => [],
        Roles => [],
    }
}

#[cfg(test)]
mod tests {
    use super::{Itself, Service, ServiceSection};
    use ::core::{assert_eq, default::Default, option::Option::Some};
    use ::std::string::ToString;

    #[test]
    fn the_catalog_needs_no_prelude() {
        assert_eq!(Service::default(), Service::Firewall);
        assert_eq!(Service::from_id("tunnel"), Some(Service::Tunnel));
        assert_eq!(Service::Roles.section(), ServiceSection::Identity);
        assert_eq!(
            Service::Firewall.links()[0].url,
            Some("https://service.example/security/rules")
        );
        assert_eq!(Service::Roles.to_string(), "Role-based access");
        assert_eq!(Itself::to(Service::Firewall)[0].source, Service::Firewall);
    }
}
