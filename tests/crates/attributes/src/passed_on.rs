//! Attributes of the language and of macros, on each of the three.

controls_core::controls! {
    /// A catalog with attributes.
    #[non_exhaustive]
    #[derive(Default)]
    #[doc(alias = "controls of the service")]
    #[cfg_attr(all(), allow(non_camel_case_types))]
    pub enum Service {
        /// What concerns the network.
        #[doc(alias = "networking")]
        #[allow(non_camel_case_types)]
        network_rules = "Network" {
            /// What the author has to say of it.
            #[doc(alias = "filter")]
            firewall_support = "Firewall support" => Yes,
            #[default]
            #[doc(hidden)]
            Tunnel = "Tunneling support" => No,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Service, ServiceSection};

    #[test]
    fn attributes_are_passed_on() {
        assert_eq!(Service::default(), Service::Tunnel);
        assert_eq!(Service::firewall_support.id(), "firewall-support");
        assert_eq!(ServiceSection::network_rules.title(), "Network");
        // Within its own crate, a match on it is exhaustive all the same.
        let word = match Service::Tunnel {
            Service::firewall_support => "firewall",
            Service::Tunnel => "tunnel",
        };
        assert_eq!(word, "tunnel");
    }
}
