//! Catalogs and crosswalks that no other crate sees. Nobody uses most of what they have, and that's no warning.

controls_core::controls! {
    pub(crate) enum Service {
        Network = "Network" { Firewall = "Firewall support" => Yes, Tunnel = "Tunneling support" => No }
    }
}

controls_core::controls! {
    enum Framework {
        Network = "Network" { Boundary = "Boundary protection" }
    }
}

controls_core::crosswalk! {
    struct ServiceToFramework: Service => Framework {
        Firewall => [SubsetOf(Boundary)],
        Tunnel => [],
    }
}

#[cfg(test)]
mod tests {
    use super::Framework;

    #[test]
    fn catalogs_that_nobody_sees_work() {
        assert_eq!(Framework::COUNT, 1);
    }
}
