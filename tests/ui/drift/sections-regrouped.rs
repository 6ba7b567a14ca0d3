controls_core::controls! {
    #[document = "service.md"]
    pub enum Service {
        Network = "Network" {
            ServiceEndpoint = "Service endpoint support" => No,
            NetworkIsolation = "Network isolation and firewalling support" => Yes {
                notes: "By rules of the service.",
                documentation: "[Rules](/service/rules)",
            },
            ForcedTunneling = "Forced tunneling support" => NotApplicable,
            Authentication = "Authentication" => Yes { notes: "Through the directory." },
            Authorization = "Authorization" => Yes,
        }
        Tiers = "Tiers" {
            TrafficRerouting = "Traffic rerouting support" => "Yes (Premium tier only)",
        }
    }
}

fn main() {
    println!("{:?}", ServiceSection::Tiers.controls());
}
