controls_core::controls! {
    pub enum Service {
        Network = "Network" {
            Firewall = "Firewall support" => Yes { formerly: ["network-rules"] },
            Tunnel = "Tunneling support" => No { formerly: ["network-rules"] },
        }
    }
}

fn main() {
    println!("{:?}", Service::Firewall.id());
    println!("{:?}", Service::Tunnel.id());
}
