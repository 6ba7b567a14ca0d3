controls_core::controls! {
    #[document = "services.md"]
    pub enum Services {
        #[group]
        VaultNetwork = "Network" {
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
