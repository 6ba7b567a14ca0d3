controls_core::controls! {
    #[document = "one.md"]
    pub enum Services {
        #[group = "Vault"]
        Network = "Network" {
            VaultFirewall = "Firewall support" => Yes,
        }
    }
}

fn main() {
    println!("{:?}", Services::VaultFirewall.id());
}
