controls_core::controls! {
    #[document = "services.md"]
    pub enum Disks {
        Network = "Network" {
            Firewall = "Firewall support" => No,
        }
    }
}

fn main() {
    println!("{}", Disks::Firewall);
}
