controls_core::controls! {
    #[document = "benchmark.md"]
    #[headings(level = 5, answer = "Result")]
    pub enum Benchmark {
        Network = "1 Network" {
            Firewall = "Use the firewall" => Yes { label: "1.1" },
        }
    }
}

fn main() {
    println!("{:?}", Benchmark::Firewall.label());
}
