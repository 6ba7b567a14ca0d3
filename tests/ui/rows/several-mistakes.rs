controls_core::controls! {
    pub enum Service {
        Network = "Network" {
            Firewall = "Firewall support" => Maybe,
            Tunnel = "Tunneling support" => No { note: "None." },
            Retention = 30 => No,
            Rotation = "Key rotation" => Yes { id: "Rotation" }
            Encryption = "Encryption at rest" => Yes,
        }
    }
}

fn main() {
    println!("{:?}", Service::Firewall.id());
    println!("{:?}", Service::Tunnel.id());
    println!("{:?}", Service::Retention.id());
    println!("{:?}", Service::Rotation.id());
    println!("{:?}", Service::Encryption.id());
}
