controls_core::controls! {
    pub enum r#Self {
        Network = "Network" {
            Firewall = "Firewall support" => Yes,
        }
    }
}

fn main() {}
