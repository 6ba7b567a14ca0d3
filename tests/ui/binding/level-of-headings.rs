controls_core::controls! {
    #[document = "service.md"]
    #[headings(level = 7, answer = "Result")]
    pub enum Service {
        Network = "Network" {
            Firewall = "Firewall support" => Yes,
        }
    }
}

fn main() {
    println!("{:?}", Service::Firewall.id());
}
