controls_core::controls! {
    #[document = "service.md"]
    pub enum Service {
        Network = "Network" {
            NetworkIsolation = "Network isolation and firewalling support" => Yes {
                notes: "By rules of the service.",
                documentation: "[Rules](/service/rules)",
            },
            ServiceEndpoint = "Service endpoint support" => No,
            ForcedTunneling = "Forced tunneling support" => NotApplicable,
            TrafficRerouting = "Traffic rerouting support" => "Yes (Premium tier only)",
        }
        Identity = "Identity" {
            Authentication = "Authentication" => Yes { notes: "Through the directory." },
            Authorization = "Authorization" => Yes,
        }
    }
}

fn name(control: Service) -> &'static str {
    match control {
        Service::ServiceEndpoint => "ServiceEndpoint",
        Service::NetworkIsolation => "NetworkIsolation",
        Service::ForcedTunneling => "ForcedTunneling",
        Service::TrafficRerouting => "TrafficRerouting",
        Service::Authentication => "Authentication",
        Service::Authorization => "Authorization",
    }
}

fn main() {
    println!("{}", name(Service::ServiceEndpoint));
}
