controls_core::controls! {
    #[document = "services.md"]
    pub enum Services {
        #[group = "Disks"]
        VaultNetwork = "Network" {
            VaultFirewall = "Firewall support" => Yes,
        }
        #[group = "Vault"]
        DisksNetwork = "Network" {
            DisksFirewall = "Firewall support" => No,
        }
    }
}

fn main() {
    println!("{:?}", Services::VaultFirewall.id());
}
