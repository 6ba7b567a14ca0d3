controls_core::controls! {
    pub enum Service {
        Network = "Network" {
            Firewall = "Firewall support" => Yes,
            "Tunneling support" => No,
        }
    }
}

fn main() {
    println!("{:?}", Service::Firewall.id());
}
