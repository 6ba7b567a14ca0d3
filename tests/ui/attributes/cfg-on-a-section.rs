controls_core::controls! {
    pub enum Service {
        #[cfg(unix)]
        Network = "Network" {
            Firewall = "Firewall support" => Yes,
        }
    }
}

fn main() {
    println!("{:?}", Service::Firewall.id());
}
