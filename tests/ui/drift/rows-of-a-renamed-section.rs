controls_core::controls! {
    #[document = "rows-of-a-renamed-section.md"]
    pub enum Service {
        Network = "Network" {
            Tunnel = "Tunneling support" => No,
            Firewall = "Firewall support" => Yes,
            Endpoint = "Endpoint support" => No,
        }
    }
}

fn main() {
    let _ = [Service::Tunnel, Service::Firewall, Service::Endpoint];
}
