//! Catalogs that no other crate sees. Nobody uses most of what they have, and that's no warning.

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

#[cfg_attr(not(test), expect(dead_code, reason = "the test alone asks"))]
pub(crate) const fn count() -> usize {
    Framework::COUNT
}
