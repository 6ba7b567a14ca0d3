controls_core::controls! {
    pub enum Service {
        Network = "Network" {
            ApiCalls = "Calls of interfaces" => Yes,
            APICalls = "Calls of libraries" => Yes,
        }
    }
}

fn main() {
    println!("{:?}", Service::ApiCalls.id());
    println!("{:?}", Service::APICalls.id());
}
