controls_core::controls! {
    #[derive(Debug, Clone, Default)]
    pub enum Service {
        Network = "Network" {
            #[default]
            Firewall = "Firewall support" => Yes,
        }
    }
}

fn main() {
    println!("{}", Service::default());
}
