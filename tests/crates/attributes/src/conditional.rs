//! `#[cfg]` on a catalog takes all of it or none.

controls_core::controls! {
    /// A catalog in every build.
    #[cfg(not(target_pointer_width = "16"))]
    #[document = "service.md"]
    pub enum Service {
        Network = "Network" { Firewall = "Firewall support" => Yes }
    }
}

controls_core::controls! {
    /// The same one, in none of the builds: what is wrong with it is no error.
    #[cfg(target_pointer_width = "16")]
    #[document = "there-is-no-such-file.md"]
    #[heading = 7]
    pub enum Service {
        Network = "Network" {
            Firewall = "Firewall support" => Maybe,
            Firewall = "Firewall support" { owner: "network" },
            type = "Type"
            Tunnel
        }
    }
}

controls_core::controls! {
    /// Drift in a catalog that isn't built is no error either.
    #[cfg(any())]
    #[cfg(not(target_pointer_width = "16"))]
    #[document = "service.md"]
    pub enum Service {
        Network = "Network" { Firewall = "Firewall support" => No, Tunnel = "Tunneling support" => No }
    }
}

controls_core::controls! {
    /// Two conditions that hold.
    #[cfg(not(target_pointer_width = "16"))]
    #[cfg(all())]
    pub enum Other {
        Network = "Network" { Firewall = "Firewall support" => Yes }
    }
}

#[cfg(test)]
mod tests {
    use super::{Other, Service};

    #[test]
    fn the_catalog_whose_condition_holds_is_there() {
        assert_eq!(Service::COUNT + Other::COUNT, 2);
        assert_eq!(Service::CATALOG.document, Some("service.md"));
    }
}
