controls_core::controls! {
    pub enum Service {
        Network = "Network" {
            Firewall = "Firewall support" => Yes,
            _ = "Others" => Yes,
        }
    }
}

fn main() {
    println!("{:?}", Service::Firewall.id());
}
