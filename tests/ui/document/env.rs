controls_core::controls! {
    #[document = env!("SERVICE_DOCUMENT")]
    pub enum Service {
        Network = "Network" {
            Firewall = "Firewall support" => Yes,
        }
    }
}

fn main() {
    println!("{:?}", Service::Firewall.id());
}
