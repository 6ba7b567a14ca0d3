//! The dependency goes by another name: what the macro makes finds its crate all the same.

#![deny(warnings)]

c::controls! {
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

/// What the service does.
#[c::satisfies(Service::Firewall)]
pub fn firewall() {
    c::evidence::satisfies!(Service::Firewall);
}

c::waived!(
    Service::Tunnel,
    reason = "nobody has asked for it",
    until = "2027-03-31"
);

c::crosswalk! {
    /// The service and itself.
    pub struct Itself: Service => Service {
        Firewall => [EqualTo(Firewall)],
        Tunnel => [],
        Roles => [],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_catalog_is_that_of_the_renamed_crate() {
        assert_eq!(
            Itself::of(Service::Firewall)[0].relation,
            c::Relation::EqualTo
        );

        fn ids<C: c::Control>() -> Vec<&'static str> {
            C::ALL.iter().map(|control| control.id()).collect()
        }
        assert_eq!(ids::<Service>(), ["firewall", "tunnel", "roles"]);
        assert_eq!(
            Service::Roles.answer(),
            c::Answer::Qualified("Yes (preview)")
        );
        assert_eq!(
            Service::Firewall
                .position()
                .map(|place| place.to_string())
                .as_deref(),
            Some("7:3")
        );
    }
}
