//! Catalogs of a crate that has no dependency on `controls-core` of its own.

#![deny(warnings)]

facade::controls! {
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

facade::controls_core::controls! {
    /// A framework.
    pub enum Framework {
        Network = "Network" {
            Boundary = "Boundary protection",
        }
    }
}

/// What the service does.
#[facade::controls_core::satisfies(Service::Firewall)]
pub fn firewall() {
    facade::controls_core::evidence::satisfies!(Service::Firewall);
}

facade::controls_core::waived!(
    Service::Tunnel,
    reason = "nobody has asked for it",
    until = "2027-03-31"
);

#[cfg(test)]
mod tests {
    use super::*;
    use facade::controls_core::{Answer, Control, ControlSection};

    #[test]
    fn both_ways_lead_to_one_crate() {
        fn sections<C: Control>() -> Vec<&'static str> {
            C::Section::ALL
                .iter()
                .map(|section| section.title())
                .collect()
        }
        assert_eq!(sections::<Service>(), ["Network", "Identity"]);
        assert_eq!(sections::<Framework>(), ["Network"]);
        assert_eq!(Service::Tunnel.answer(), Answer::No);
    }
}
