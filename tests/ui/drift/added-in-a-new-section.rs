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
            TrafficRerouting = "Traffic rerouting support" => "Yes (Premium tier only)",
        }
    }
}

fn name(control: Service) -> &'static str {
    match control {
        Service::ServiceEndpoint => "ServiceEndpoint",
        Service::NetworkIsolation => "NetworkIsolation",
        Service::ForcedTunneling => "ForcedTunneling",
        Service::TrafficRerouting => "TrafficRerouting",
    }
}

fn main() {
    println!("{}", name(Service::ServiceEndpoint));
}
