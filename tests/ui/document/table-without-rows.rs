controls_core::controls! {
    #[document = "headed-only.md"]
    pub enum Service {
        Network = "Network" {
            Firewall = "Firewall" => Yes,
        }
    }
}

fn main() {}
