use controls_core::satisfies;

controls_core::controls! {
    pub enum Service {
        Network = "Network" {
            Firewall = "Firewall support" => Yes,
        }
    }
}

trait Enforce {
    fn enforce(&self);
}

impl Enforce for Service {
    #[satisfies(Self::Firewall)]
    fn enforce(&self) {}
}

fn main() {
    Service::Firewall.enforce();
}
