controls_core::controls! {
    #[published = "https://service.example/a"]
    #[published = "https://service.example/b"]
    pub enum Service {
        Network = "Network" {
            Firewall = "Firewall support" => Yes,
        }
    }
}

fn main() {
    println!("{:?}", Service::Firewall.id());
}
