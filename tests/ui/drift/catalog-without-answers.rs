controls_core::controls! {
    #[document = "tabs.md"]
    enum Service {
        Network = "Network" {
            Firewall = "Fire wall support",
        }
    }
}

fn main() {
    println!("{}", Service::Firewall);
}
