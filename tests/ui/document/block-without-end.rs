controls_core::controls! {
    #[document = "block-without-end.md"]
    pub enum Service {
        Network = "Network" {
            Firewall = "Firewall support" => Yes,
        }
    }
}

fn main() {
    println!("{}", Service::Firewall.id());
}
