controls_core::controls! {
    pub enum Service {
        Network = "Network" {
            Firewall = "Firewall support" => Yes,
        }
    }

    pub enum Other {
        Network = "Network" { Tunnel = "Tunneling support" => No }
    }
}

fn main() {
    println!("{:?}", Service::Firewall.id());
}
