controls_core::controls! {
    pub enum Service {
        Network = "Network" {
            Firewall = "Firewall support" => Yes,
            /// To be continued.
        }
    }
}

fn main() {
    println!("{:?}", Service::Firewall.id());
}
