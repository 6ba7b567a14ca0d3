controls_core::controls! {
    pub enum Service {
        type = "Type" {
            Firewall = "Firewall support" => Yes,
        }
    }
}

fn main() {
    println!("{:?}", Service::Firewall.id());
}
