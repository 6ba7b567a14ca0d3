controls_core::controls! {
    pub enum Service {
        Network = "Network" {
            Firewall = "Firewall support" => Yes,
            ALL = "All traffic" => Yes,
        }
    }
}

fn main() {
    println!("{:?}", Service::Firewall.id());
}
