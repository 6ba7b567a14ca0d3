controls_core::controls! {
    #[document = "services.md"]
    #[heading = "Vault"]
    pub enum Service {
        Network = "Network" {
            Firewall = "Firewall support" => Yes,
        }
    }
}

fn main() {
    println!("{:?}", Service::Firewall.id());
}
