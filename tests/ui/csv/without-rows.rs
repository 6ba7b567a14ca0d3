controls_core::controls! {
    #[document = "headings.csv"]
    #[columns(section = "Domain", label = "ID", title = "Requirement", answer = "Status", notes = "Evidence")]
    pub enum Service {
        Network = "Network" {
            Firewall = "Firewall, with rules" => Yes { label: "1.1" },
            ForcedTunneling = "Forced tunneling" => No { label: "1.2", notes: "Planned for the \"second\" half" },
        }
        Identity = "Identity" {
            Roles = "Roles" => NotApplicable { label: "2.1" },
        }
    }
}

fn main() {}
