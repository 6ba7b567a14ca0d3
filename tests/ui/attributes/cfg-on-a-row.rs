controls_core::controls! {
    pub enum Service {
        Network = "Network" {
            #[cfg(feature = "preview")]
            Firewall = "Firewall support" => Yes,
        }
    }
}

fn main() {
    println!("{:?}", Service::Firewall.id());
}
