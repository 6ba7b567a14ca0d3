controls_core::controls! {
    #[document = "services.md"]
    pub enum Services {
        VaultNetwork = "Network" {
            VaultFirewall = "Firewall support" => Yes,
        }
        DisksNetwork = "Network" {
            DisksFirewall = "Firewall support" => No,
        }
    }
}

fn main() {
    println!("{:?}", Services::VaultFirewall.id());
}
