controls_core::controls! {
    pub fn service() {
        Network = "Network" {
            Firewall = "Firewall support" => Yes,
        }
    }
}

fn main() {}
