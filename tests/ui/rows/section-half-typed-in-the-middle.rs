controls_core::controls! {
    pub enum Service {
        Network = "Network" {
            Firewall = "Firewall support" => Yes,
        }
        Identity
        Data = "Data" {
            Encryption = "Encryption at rest" => Yes,
        }
    }
}

fn main() {
    println!("{:?}", Service::Firewall.id());
    println!("{:?}", Service::Encryption.id());
}
