//! A catalog as a crate of edition 2018 has it.

#![deny(warnings, rust_2018_idioms)]

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

/// Words that are reserved in some editions and not in others.
pub mod words {
    controls_core::controls! {
        /// Such words, which name variants in no edition unless they are raw.
        #[allow(non_camel_case_types)]
        pub enum Word {
            Words = "Words" {
                r#async = "async",
                r#gen = "gen",
                r#try = "try",
            }
        }
    }
}

/// What the service does.
#[controls_core::satisfies(Service::Firewall)]
pub fn firewall() {
    controls_core::evidence::satisfies!(Service::Firewall);
}

controls_core::waived!(
    Service::Tunnel,
    reason = "nobody has asked for it",
    until = "2027-03-31"
);

controls_core::crosswalk! {
    /// The service and itself.
    pub struct Itself: Service => Service {
        Firewall => [EqualTo(Firewall)],
        Tunnel => [],
        Roles => [],
    }
}

#[cfg(test)]
mod tests {
    use super::words::Word;
    use super::Service;
    use controls_core::{Answer, Control};

    #[test]
    fn the_catalog_is_that_of_the_document() {
        fn titles<C: Control>() -> Vec<&'static str> {
            C::ALL.iter().map(|control| control.title()).collect()
        }
        assert_eq!(
            titles::<Service>(),
            ["Firewall support", "Tunneling support", "Role-based access"]
        );
        assert_eq!(Service::Firewall.answer(), Answer::Yes);
    }

    #[test]
    fn raw_words_lose_their_mark() {
        assert_eq!(Word::r#async.id(), "async");
        assert_eq!(format!("{:?}", Word::r#gen), "gen");
    }

    #[test]
    fn an_array_of_controls_goes_through_its_slice() {
        let ids: Vec<_> = Service::ALL.iter().map(|control| control.id()).collect();
        assert_eq!(ids, ["firewall", "tunnel", "roles"]);
    }
}
