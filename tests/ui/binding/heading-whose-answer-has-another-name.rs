controls_core::controls! {
    #[document = "renamed.md"]
    #[headings(level = 3, answer = "Verdict", notes = "Reason")]
    pub enum Benchmark {
        Network = "2 Network" {
            OwnAddresses = "Own addresses" => "Pass, with a proxy" { label: "2.1" },
            Firewall = "Firewall" => Yes { label: "2.2" },
            Tunnel = "Tunnel" => No { label: "2.3", notes: "Nobody has asked for it." },
            Clocks = "Clocks" => Yes { label: "2.4" },
        }
    }
}

fn main() {
    println!("{:?}", Benchmark::Firewall.label());
}
