controls_core::controls! {
    pub enum Service {
        Network = "Network" {
            #![allow(dead_code)]
            Firewall = "Firewall support" => Yes,
        }
    }
}

fn main() {
    println!("{:?}", Service::Firewall.id());
}
