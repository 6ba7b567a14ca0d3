controls_core::controls! {
    pub enum Service {
        Network = "Network" {
            Firewall = "Firewall support" => Yes {
                alias: ["firewall"s: "rules", "packet filter"],
            },
            Tunnel = "Tunneling support" => No { formerly: ["vpn"x] },
        }
    }
}

fn main() {
    println!("{:?}", Service::Firewall.id());
    println!("{:?}", Service::Tunnel.id());
}
