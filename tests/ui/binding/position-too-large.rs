controls_core::controls! {
    #[document = "service.md"]
    #[columns(title = 99999999999999999999999)]
    pub enum Service {
        Network = "Network" {
            Firewall = "Firewall support" => Yes,
        }
    }
}

fn main() {
    println!("{:?}", Service::Firewall.id());
}
