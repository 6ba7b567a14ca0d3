controls_core::controls! {
    #[document = "service.md"]
    #[columns(title = -1)]
    pub enum Service {
        Network = "Network" {
            Firewall = "Firewall support" => Yes,
        }
    }
}

fn main() {
    println!("{:?}", Service::Firewall.id());
}
