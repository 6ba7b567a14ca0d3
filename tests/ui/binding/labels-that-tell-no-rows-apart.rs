controls_core::controls! {
    #[document = "twins.md"]
    #[columns(label = "Number", title = "Requirement", answer = "Status")]
    pub enum Matrix {
        Network = "Network" {
            Firewall = "Use a firewall" => Yes { label: "1.1" },
            Tls = "Use TLS" => Yes { label: "1.2" },
            Tunnel = "Use a tunnel" => No { label: "1.2" },
            TlsOfAgents = "Use TLS" => No { label: "1.3" },
        }
    }
}

controls_core::controls! {
    #[document = "twins.md"]
    #[heading = "Storage"]
    #[columns(label = "Number", title = "Requirement", answer = "Status")]
    pub enum Storage {
        Storage = "Storage" {
            Keys = "Use keys" => Yes { label: "2.1" },
        }
    }
}

fn main() {
    println!("{:?} {:?}", Matrix::Firewall.id(), Storage::Keys.id());
}
