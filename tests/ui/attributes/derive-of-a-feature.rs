controls_core::controls! {
    #[derive(serde::Serialize, serde_derive::Deserialize, strum::EnumIter, EnumString, ::enum_map::Enum, JsonSchema)]
    pub enum Service {
        Network = "Network" {
            Firewall = "Firewall support" => Yes,
        }
    }
}

fn main() {
    println!("{:?}", Service::Firewall.id());
}
