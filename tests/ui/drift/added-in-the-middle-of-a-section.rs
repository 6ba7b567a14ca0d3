controls_core::controls! {
    #[document = "service.md"]
    pub enum Service {
        Network = "Network" {
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
        Service::ForcedTunneling => "ForcedTunneling",
        Service::TrafficRerouting => "TrafficRerouting",
        Service::Authentication => "Authentication",
        Service::Authorization => "Authorization",
    }
}

fn main() {
    println!("{}", name(Service::ServiceEndpoint));
}
