controls_core::controls! {
    #[document = "moved-to-a-new-section.md"]
    pub enum Service {
        Network = "Network" {
            ServiceEndpoint = "Service endpoint support" => No,
            ForcedTunneling = "Forced tunneling support" => NotApplicable,
            DataPlaneLogging = "Data plane logging" => No,
        }
    }
}

fn main() {
    println!("{:?}", Service::DataPlaneLogging.section());
}
