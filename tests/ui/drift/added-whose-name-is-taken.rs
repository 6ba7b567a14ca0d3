controls_core::controls! {
    #[document = "two-firewalls.md"]
    pub enum Service {
        Network = "Network" {
            Firewall = "Firewall support" => Yes,
        }
        Identity = "Identity" {
            Access = "Access control" => No,
        }
    }
}

fn main() {
    println!("{:?}", Service::Firewall.answer());
}
