//! A small catalog for the tests.

controls_core::controls! {
    /// What a service does for security.
    #[published = "https://learn.example/service/controls"]
    pub enum Service {
        Network = "Network" {
            ServiceEndpoint = "Service endpoint support" => No,
            ForcedTunneling = "Forced tunneling support" => Yes {
                notes: "By [rules](./rules.md).",
                formerly: ["tunneling", "Support for forced tunneling"],
            },
            Injection = "VNet injection" => NotApplicable,
        }
        Identity = "Identity" {
            Authentication = "Authentication" => "Yes (preview)" {
                documentation: "[Sign in](/sign-in)",
                alias: ["sign-in", "rbac"],
            },
            Authorization = "Authorization" => Yes { id: "rbac", alias: ["RBAC", "sign-in"] },
        }
    }
}
