controls_core::controls! {
    pub enum Service {
        #[heading = "Network"]
        Network = "Network" {
            Firewall = "Firewall support" => Yes,
        }
    }
}

fn main() {
    println!("{:?}", Service::Firewall.id());
}
