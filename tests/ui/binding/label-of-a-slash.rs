controls_core::controls! {
    #[document = "service.md"]
    pub enum Service {
        Network = "Network" {
            Firewall = "Firewall support" => Yes { label: "1.1" },
        }
    }
}

fn main() {
    println!("{:?}", Service::Firewall.id());
}
