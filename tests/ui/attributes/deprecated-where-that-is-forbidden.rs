#![forbid(deprecated)]

controls_core::controls! {
    pub enum Service {
        Network = "Network" {
            #[deprecated]
            Firewall = "Firewall support" => Yes,
        }
    }
}

fn main() {
    println!("{:?}", Service::ALL);
}
