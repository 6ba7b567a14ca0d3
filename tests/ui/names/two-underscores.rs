controls_core::controls! {
    pub enum __c {
        Network = "Network" {
            Firewall = "Firewall support" => Yes,
        }
    }
}

fn main() {}
