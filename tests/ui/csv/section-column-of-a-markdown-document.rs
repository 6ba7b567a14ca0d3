controls_core::controls! {
    #[document = "../binding/benchmark.md"]
    #[columns(section = "Level", title = "Recommendation", answer = "Status")]
    pub enum Service {
        Network = "Network" {
            Firewall = "Firewall, with rules" => Yes,
        }
    }
}

fn main() {}
