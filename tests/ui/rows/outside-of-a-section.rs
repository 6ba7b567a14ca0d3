controls_core::controls! {
    pub enum Service {
        Firewall = "Firewall support" => Yes,
        Network = "Network" {
            Tunnel = "Tunneling support" => No,
        }
    }
}

fn main() {
    println!("{:?}", Service::Firewall.id());
    println!("{:?}", Service::Tunnel.id());
}
