controls_core::controls! {
    pub enum Services {
        VaultNetwork = "Network" {
            VaultFirewall = "Firewall support" => Yes,
        }
        #[group = "Disks"]
    }
}

fn main() {
    println!("{:?}", Services::VaultFirewall.id());
}
