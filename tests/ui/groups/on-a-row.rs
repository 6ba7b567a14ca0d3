controls_core::controls! {
    #[document = "services.md"]
    #[group = "Vault"]
    pub enum Services {
        #[group = "Vault"]
        VaultNetwork = "Network" {
            #[group = "Vault"]
            VaultFirewall = "Firewall support" => Yes,
        }
        #[group = "Disks"]
        DisksNetwork = "Network" {
            DisksFirewall = "Firewall support" => No,
        }
    }
}

fn main() {
    println!("{:?}", Services::VaultFirewall.id());
}
