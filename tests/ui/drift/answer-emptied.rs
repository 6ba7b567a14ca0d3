controls_core::controls! {
    #[document = "answer-emptied.md"]
    pub enum Service {
        Network = "Network" {
            Firewall = "Firewall support" => Yes,
            ServiceEndpoint = "Service endpoint support" => No,
        }
    }
}

fn main() {
    println!("{:?}", Service::Firewall.answer());
}
