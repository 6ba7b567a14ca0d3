controls_core::controls! {
    pub enum Service {
        Network = "Network" {
            Firewall = "Firewall support" => Yes,
            type = "Type of encryption" => Yes,
        }
    }
}

fn main() {
    println!("{:?}", Service::Firewall.id());
}
