controls_core::controls! {
    #[document = "services.md"]
    #[heading = "Event Hubs"]
    pub enum Service {
        Network = "Network" {
            Firewall = "Firewall support" => Yes,
        }
    }
}

fn main() {
    println!("{:?}", Service::Firewall.id());
}
