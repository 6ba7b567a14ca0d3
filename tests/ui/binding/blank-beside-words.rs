controls_core::controls! {
    #[document = "matrix.md"]
    #[columns(label = "Number", title = "Requirement", answer = "Status")]
    #[answers(yes = "Done")]
    pub enum Matrix {
        Network = "Network" {
            Firewall = "Use a firewall" => Yes { label: "1.1" },
            Tls = "Use TLS" => Unanswered { label: "1.2" },
        }
    }
}

fn main() {
    println!("{:?}", Matrix::Firewall.id());
}
