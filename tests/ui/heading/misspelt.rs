controls_core::controls! {
    #[document = "services.md"]
    #[heading = "Key Vualt"]
    pub enum Service {
        Network = "Network" {
            Firewall = "Firewall support" => Yes,
        }
    }
}

fn main() {
    println!("{:?}", Service::Firewall.id());
}
