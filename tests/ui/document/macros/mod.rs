//! A macro that names a document beside itself.

macro_rules! service {
    () => {
        controls_core::controls! {
            #[document = "service.md"]
            pub enum Service {
                Network = "Network" {
                    Firewall = "Firewall support" => Yes,
                }
            }
        }
    };
}
