controls_core::controls! {
    pub enum Service {
        Network = "Network" {
            Firewall = "Firewall support" => Yes,
        }
        #[deprecated]
    }
}

fn main() {
    println!("{:?}", Service::Firewall.id());
}
