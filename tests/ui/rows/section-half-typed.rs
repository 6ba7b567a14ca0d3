controls_core::controls! {
    pub enum Service {
        Network = "Network" {
            Firewall = "Firewall support" => Yes,
        }
        Identity = "Identity"
    }
}

fn main() {
    println!("{:?}", Service::Firewall.id());
}
