controls_core::controls! {
    pub enum Service {
        Network = "Network" {
            #[allow(non_camel_case_types)]
            all = "All traffic" => Yes,
            Firewall = "Firewall support" => Yes,
        }
        #[allow(non_camel_case_types)]
        controls = "Controls" {
            Tunnel = "Tunneling support" => Yes,
        }
    }
}

fn main() {
    println!("{:?}", Service::ALL);
}
