controls_core::controls! {
    pub enum Service {
        Network = "Network" {
            r#Self = "Firewall support" => Yes,
        }
    }
}

fn main() {
    println!("{:?}", Service::ALL);
}
