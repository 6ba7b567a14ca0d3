controls_core::controls! {
    #[document = "service.md"]
    #[columns(title = "Control", answer = "Status", also = ["Level"])]
    pub enum Service {
        Network = "Network" {
            Firewall = "Firewall support" => Yes { "Levels": "L1" },
        }
    }
}

fn main() {
    println!("{:?}", Service::Firewall.id());
}
