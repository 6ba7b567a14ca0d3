controls_core::controls! {
    #[document = "service.md"]
    #[columns(title = "Control", answer = "Status")]
    #[answers(no = "")]
    pub enum Service {
        Network = "Network" {
            Firewall = "Firewall support" => Yes,
        }
    }
}

fn main() {
    println!("{:?}", Service::Firewall.id());
}
