controls_core::controls! {
    pub enum {
        Network = "Network" {
            Firewall = "Firewall support" => Yes,
        }
    }
}

fn main() {}
