controls_core::controls! {
    #[document = "table-left-alone.md"]
    pub enum Service {
        Network = "Network" {
            ServiceEndpoint = "Service endpoint support" => No,
            ForcedTunneling = "Forced tunneling support" => No,
        }
        Identity = "Identity" {
            Authentication = "Authentication" => Yes,
        }
    }
}

fn main() {
    println!("{:?}", Service::ForcedTunneling.id());
}
