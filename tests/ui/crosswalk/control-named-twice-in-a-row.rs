controls_core::controls! {
    pub enum Service {
        Network = "Network" {
            Firewall = "Firewall support" => Yes,
            Tunnel = "Tunneling support" => No,
        }
    }
}

controls_core::controls! {
    pub enum Framework {
        Protection = "Protection" {
            Boundary = "Boundary protection",
            Transmission = "Confidential transmission",
        }
    }
}

controls_core::crosswalk! {
    pub struct ServiceToFramework: Service => Framework {
        Firewall => [SubsetOf(Boundary), EqualTo(Transmission), IntersectsWith(Boundary)],
        Tunnel => [],
    }
}

fn main() {
    println!("{}", ServiceToFramework::of(Service::Firewall).len());
}
