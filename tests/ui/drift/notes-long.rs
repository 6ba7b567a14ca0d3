controls_core::controls! {
    #[document = "notes-long.md"]
    pub enum Service {
        Network = "Network" {
            Firewall = "Firewall support" => Yes {
                notes: "By default, the service accepts traffic from all networks. To limit access to selected networks, first deny access from all, then grant it to those that need it. Rules are enforced on all protocols, and apply to requests from the portal, the command line and the libraries alike.",
            },
        }
    }
}

fn main() {
    println!("{:?}", Service::Firewall.notes());
}
