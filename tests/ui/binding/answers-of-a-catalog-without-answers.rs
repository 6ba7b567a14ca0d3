controls_core::controls! {
    #[document = "service.md"]
    #[columns(title = "Control")]
    #[answers(yes = "Done")]
    pub enum Service {
        Network = "Network" {
            Firewall = "Firewall support",
        }
    }
}

fn main() {
    println!("{:?}", Service::Firewall.id());
}
