controls_core::controls! {
    pub enum Service {
        ALL = "All" {
            Firewall = "Firewall support" => Yes,
        }
        COUNT = "Counts" {
            Tunnel = "Tunneling support" => No,
        }
    }
}

fn main() {
    println!("{:?}", Service::Firewall.id());
    println!("{:?}", Service::Tunnel.id());
}
