controls_core::controls! {
    pub enum Service {
        Network = "Network" {
            Firewall = "Firewall support",
            Tunnel = "Tunneling support",
            Rotation = "Key rotation" => Yes,
        }
    }
}

fn main() {
    println!("{:?}", Service::Firewall.id());
    println!("{:?}", Service::Tunnel.id());
    println!("{:?}", Service::Rotation.id());
}
