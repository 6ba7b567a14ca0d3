controls_core::controls! {
    #[document = "unseen.md"]
    pub enum Service {
        Network = "Network" {
            ServiceEndpoint = "Service endpoint support" => No,
            NetworkIsolation = "Network isolation and firewalling support" => Yes {
                notes: "By rules of the service.",
                documentation: "[Rules](/service/rules)",
            },
            ForcedTunneling = "Forced tunneling support" => NotApplicable,
            TrafficRerouting = "Traffic rerouting support" => "Yes (Premium tier only)",
        }
        Identity = "Identity" {
            Authentication = "Authentication" => Yes { notes: "Through the directory." },
            Authorization = "Authorization" => Yes,
        }
    }
}

fn main() {
    println!("{:?}", Service::Authentication.notes());
}
