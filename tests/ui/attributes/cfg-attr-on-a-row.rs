controls_core::controls! {
    pub enum Service {
        Network = "Network" {
            #[cfg_attr(test, deprecated)]
            Firewall = "Firewall support" => Yes,
        }
    }
}

fn main() {
    println!("{:?}", Service::Firewall.id());
}
