controls_core::controls! {
    pub enum Self {
        Network = "Network" {
            Firewall = "Firewall support" => Yes,
        }
    }
}

fn main() {}
