controls_core::controls! {
    #[document = "matrix.md"]
    #[columns(label = "Number", title = "Requirement", answer = "Result")]
    pub enum Matrix {
        Network = "Network" {
            Firewall = "Use a firewall" => Yes { label: "1.1" },
        }
    }
}

fn main() {
    println!("{:?}", Matrix::Firewall.id());
}
