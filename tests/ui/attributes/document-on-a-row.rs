controls_core::controls! {
    pub enum Service {
        Network = "Network" {
            #[document = "service.md"]
            Firewall = "Firewall support" => Yes,
        }
    }
}

fn main() {
    println!("{:?}", Service::Firewall.id());
}
