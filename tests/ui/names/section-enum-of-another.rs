/// What somebody has written beside the catalog.
pub struct ServiceSection;

controls_core::controls! {
    pub enum Service {
        Network = "Network" {
            Firewall = "Firewall support" => Yes,
        }
    }
}

fn main() {
    println!("{:?}", Service::ALL);
}
