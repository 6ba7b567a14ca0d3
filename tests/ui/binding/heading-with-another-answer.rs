controls_core::controls! {
    #[document = "benchmark.md"]
    #[headings(level = 3, answer = "Result", notes = "Rationale")]
    pub enum Benchmark {
        Network = "1 Network" {
            Firewall = "Use the firewall" => No { label: "1.1" },
            Tunnel = "Use a tunnel" => No {
                label: "1.2",
                notes: "Traffic isn't hidden by anything else.",
            },
        }
    }
}

fn main() {
    println!("{:?}", Benchmark::Firewall.label());
}
