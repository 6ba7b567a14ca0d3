mod catalog {
    controls_core::controls! {
        #[document = "tabs.md"]
        pub(crate) enum Service {
            Network = "Network" {
                Firewall = "Firewall support" => Yes,
            }
        }
    }
}

use catalog::{Service, ServiceSection};
use controls_core::{Answered, Control};

fn sections<C: Control>() -> usize {
    C::ALL.len()
}

fn all_say_yes<C: Answered>() -> bool {
    C::ALL.iter().all(|control| control.answer().is_yes())
}

fn main() {
    match Service::Firewall.section() {
        ServiceSection::Network => println!("{} {}", sections::<Service>(), all_say_yes::<Service>()),
    }
}
