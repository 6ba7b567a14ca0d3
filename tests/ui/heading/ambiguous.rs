controls_core::controls! {
    #[document = "two-editions.md"]
    #[heading = "Disks"]
    pub enum Service {
        Network = "Network" {
            Firewall = "Firewall support" => Yes,
        }
    }
}

fn main() {
    println!("{:?}", Service::Firewall.id());
}
