controls_core::controls! {
    pub enum Service {
        Network = "Network" {
            Firewall = "Firewall support" => Yes,
            COUNT = "Count of requests" => Yes,
        }
    }
}

fn main() {
    println!("{:?}", Service::Firewall.id());
}
