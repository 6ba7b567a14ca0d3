mod catalog {
    controls_core::controls! {
        enum Service {
            Network = "Network" {
                Firewall = "Firewall support" => Yes,
            }
        }
    }
}

fn main() {
    println!("{}", catalog::Service::Firewall);
}
