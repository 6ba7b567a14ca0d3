controls_core::controls! {
    #[document = "service.md"]
    #[columns(title = "Control", answer = "Status")]
    #[answers(yes = ["Done", "x"], no = "X", blank = nobody)]
    pub enum Service {
        Network = "Network" {
            Firewall = "Firewall support" => Yes,
        }
    }
}

fn main() {
    println!("{:?}", Service::Firewall.id());
}
