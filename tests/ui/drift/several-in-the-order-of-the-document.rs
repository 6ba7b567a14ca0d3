controls_core::controls! {
    #[document = "service.md"]
    pub enum Service {
        DataProtection = "Data protection" {
            KeyRotation = "Key rotation" => Yes,
        }
        Network = "Network" {
            ServiceEndpoint = "Service endpoint support" => Yes,
            ForcedTunneling = "Forced tunneling support" => NotApplicable,
            TrafficRerouting = "Traffic-rerouting support" => "Yes (Premium tier only)",
        }
        Identity = "Identity" {
            Authentication = "Authentication" => Yes { notes: "Through the tenant." },
            Authorization = "Authorization" => Yes,
            PacketCapture = "Packet capture" => No,
        }
    }
}

fn name(control: Service) -> &'static str {
    match control {
        Service::KeyRotation => "KeyRotation",
        Service::ServiceEndpoint => "ServiceEndpoint",
        Service::ForcedTunneling => "ForcedTunneling",
        Service::TrafficRerouting => "TrafficRerouting",
        Service::Authentication => "Authentication",
        Service::Authorization => "Authorization",
        Service::PacketCapture => "PacketCapture",
    }
}

fn main() {
    println!("{}", name(Service::KeyRotation));
}
