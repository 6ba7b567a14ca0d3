//! A catalog whose document stands one folder up.

controls_core::controls! {
    #[document = "../service.md"]
    pub(in crate::nested) enum Service {
        Network = "Network" {
            Firewall = "Firewall support" => Yes { notes: "By [rules](./rules.md)." },
            Tunnel = "Tunneling support" => No,
        }
        Identity = "Identity" {
            Roles = "Role-based access" => "Yes (preview)" { documentation: "[Roles](/service/roles)" },
        }
    }
}
