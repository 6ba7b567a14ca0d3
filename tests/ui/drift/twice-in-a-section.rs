controls_core::controls! {
    #[document = "twice-in-a-section.md"]
    pub enum Service {
        Network = "Network" {
            Firewall = "Firewall" => Yes,
            Peering = "Peering" => No,
        }
    }
}

fn main() {
    println!("{:?}", Service::Firewall.answer());
}
