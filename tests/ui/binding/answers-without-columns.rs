controls_core::controls! {
    #[document = "service.md"]
    #[answers(blank = unanswered)]
    pub enum Service {
        Network = "Network" {
            Firewall = "Firewall support" => Yes,
        }
    }
}

fn main() {
    println!("{:?}", Service::Firewall.id());
}
