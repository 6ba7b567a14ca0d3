controls_core::controls! {
    pub enum Service {
        Network = "Network" {
            Firewall = "Firewall support" => Yes,
        }
        Web = "Web" {
            Firewall = "Firewall of the web" => No,
        }
    }
}

fn main() {
    println!("{:?}", Service::Firewall.id());
}
