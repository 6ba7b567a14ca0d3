controls_core::controls! {
    #[document = "service.md"]
    #[columns(title = "Control", notes = ["Remarks", "**Control**"], answer = "Status")]
    #[answers(yes = ["x", "~~n~~", "Done[^1]", "<br>"], no = ["**x**", "done"])]
    pub enum Service {
        Network = "Network" {
            Firewall = "Firewall support" => Yes,
        }
    }
}

fn main() {
    println!("{:?}", Service::Firewall.id());
}
