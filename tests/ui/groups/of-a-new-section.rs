controls_core::controls! {
    #[document = "services.md"]
    pub enum Services {
        #[group = "Vault"]
        VaultNetwork = "Network" {
            VaultFirewall = "Firewall support" => Yes,
        }
    }
}

fn main() {
    println!("{:?}", Services::VaultFirewall.id());
}
