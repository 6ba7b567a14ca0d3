//! A catalog whose rows have whatever a row may have.

controls_core::controls! {
    /// Whatever a row may say.
    #[published = "https://example.com/service/controls"]
    pub(crate) enum Everything {
        Access = "Access & *keys*" {
            Formula = "=HYPERLINK(\"https://example.com\")" => Yes { label: "1.1", notes: "+1", "Level": "@L1" },
            Apostrophe = "'Quoted', \"twice\"" => No { label: "1.2", documentation: "-", formerly: ["quoted"] },
            Pipe = "One | or `other|third`" => NotApplicable { label: "1.3", notes: "By [rules](./rules.md \"all\")." },
            Markup = "</script><b onclick=alert(1)>Bold</b> & **strong**" => Unanswered { id: "2fa", alias: ["MFA"] },
        }
        Empty = "保存時の暗号化" {
            Qualified = "Keys, of the customer" => "Yes (Premium tier only)" { label: "2.1", "Level": "L2" },
        }
    }
}

controls_core::controls! {
    /// Sections of one title under different headings.
    #[document = "grouped.md"]
    pub(crate) enum Grouped {
        Home = "Home" { Firewall = "Firewall" => "Yes, at home" }
        #[group = "Cloud > Queue"]
        QueueNetwork = "Network" { QueueFirewall = "Firewall" => Yes }
        #[group = "Cloud > Queue"]
        Identity = "Identity" { SignIn = "Sign in" => Yes }
        #[group = "Cloud > Storage"]
        StorageNetwork = "Network" { StorageFirewall = "Firewall" => No }
        #[group = "Relay > A > B > C"]
        RelayNetwork = "Network" { RelayFirewall = "Firewall" => NotApplicable }
    }
}

controls_core::controls! {
    /// A catalog without answers, a document and an address.
    pub(crate) enum Framework {
        Hosts = "Hosts" {
            Clock = "Clocks" { label: "H-1", notes: "Clocks are synchronised.", documentation: "See the manual." },
            Disks = "Disks are encrypted",
            #[deprecated = "moved to H-1"]
            Tapes = "Tapes" { label: "H-2", notes: "[Withdrawn: Moved to H-1.]" },
        }
    }
}
