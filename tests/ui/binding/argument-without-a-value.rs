controls_core::controls! {
    #[document = "service.md"]
    #[columns(title, answer = "Status")]
    pub enum Service {
        Network = "Network" {
            Firewall = "Firewall support" => Yes,
        }
    }
}

fn main() {
    println!("{:?}", Service::Firewall.id());
}
