controls_core::controls! {
    #[document = "services.md"]
    pub enum Services {
        #[group = "Safe"]
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
