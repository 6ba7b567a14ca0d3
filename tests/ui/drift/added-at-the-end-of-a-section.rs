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
        Service::Authentication => "Authentication",
        Service::Authorization => "Authorization",
    }
}

fn main() {
    println!("{}", name(Service::ServiceEndpoint));
}
