controls_core::controls! {
    #[document = "service.md"]
    #[columns(title = "Control", answer = "Status")]
    pub enum Service {
        Network = "Network" {
            Firewall = "Firewall support" => Yes { label: "1.1" },
        }
    }
}

fn main() {
    println!("{:?}", Service::Firewall.id());
}
