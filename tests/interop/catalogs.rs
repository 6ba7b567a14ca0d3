//! Catalogs for the exports: what rows may say that a careless writer gets wrong.

controls_core::controls! {
    /// Ids, labels, properties and texts of all sorts.
    #[published = "https://example.com/service/controls"]
    pub enum Everything {
        Access = "Access & *keys*" {
            Formula = "=HYPERLINK(\"https://example.com\")" => Yes { label: "1.1", notes: "+1", "Level": "@L1" },
            Apostrophe = "'Quoted', \"twice\"" => No { label: "1.2", documentation: "-", formerly: ["quoted"] },
            Pipe = "One | or `other|third`" => NotApplicable { label: "1.3", notes: "By [rules](./rules.md \"all\")." },
            Factors = "</script><b onclick=alert(1)>Bold</b> & **strong**" => Unanswered { id: "2fa", alias: ["MFA"] },
            Accent = "Cafe\u{301} and n\u{303}" => Yes { id: "café-ñ" },
        }
        Keys = "保存時の暗号化" {
            Customer = "Keys, of the customer" => "Yes (Premium tier only)" { label: "2.1", "Level": "L2", "Tier (paid)": "P1, P2" },
            鍵の管理 = "鍵の管理" => Yes,
        }
    }
}

/// What code does for a control. Nobody compiles this.
#[controls_core::satisfies(Everything::Formula, Everything::Factors)]
pub fn calculate() {}

controls_core::controls! {
    /// Sections of one title under different headings.
    #[document = "grouped.md"]
    pub enum Grouped {
        #[group = "Cloud > Queue"]
        QueueNetwork = "Network" { QueueFirewall = "Firewall" => Yes }
        #[group = "Cloud > Queue"]
        Identity = "Identity" { SignIn = "Sign in" => Yes }
        #[group = "Cloud > Storage"]
        StorageNetwork = "Network" { StorageFirewall = "Firewall" => "" }
    }
}

controls_core::controls! {
    /// No answers, no document, no address.
    pub enum Framework {
        Hosts = "Hosts" {
            Clock = "Clocks" { label: "H-1", notes: "Clocks are synchronised.", documentation: "See the manual." },
            Disks = "Disks are encrypted",
            #[deprecated = "moved to H-1"]
            Tapes = "Tapes" { label: "H-2", notes: "[Withdrawn: Moved to H-1.]" },
        }
    }
}
