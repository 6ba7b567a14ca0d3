controls_core::controls! {
    #[document = "matrix.md"]
    #[columns(label = "Number", title = ["Demand", "Requirment"], answer = "Status")]
    pub enum Matrix {
        Network = "Network" {
            Firewall = "Use a firewall" => Yes { label: "1.1" },
        }
    }
}

fn main() {
    println!("{:?}", Matrix::Firewall.id());
}
