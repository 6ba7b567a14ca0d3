controls_core::controls! {
    #[document = "twenty-two-ports.md"]
    pub enum Service {
        Network = "Network" {
            PortOne = "Port 1" => Yes,
            PortTwo = "Port 2" => Yes,
            PortThree = "Port 3" => Yes,
            PortFour = "Port 4" => Yes,
            PortFive = "Port 5" => Yes,
            PortSix = "Port 6" => Yes,
            PortSeven = "Port 7" => Yes,
            PortEight = "Port 8" => Yes,
            PortNine = "Port 9" => Yes,
            PortTen = "Port 10" => Yes,
            PortEleven = "Port 11" => Yes,
            PortTwelve = "Port 12" => Yes,
            PortThirteen = "Port 13" => Yes,
            PortFourteen = "Port 14" => Yes,
            PortFifteen = "Port 15" => Yes,
            PortSixteen = "Port 16" => Yes,
            PortSeventeen = "Port 17" => Yes,
            PortEighteen = "Port 18" => Yes,
            PortNineteen = "Port 19" => Yes,
            PortTwenty = "Port 20" => Yes,
            PortTwentyOne = "Port 21" => Yes,
            PortTwentyTwo = "Port 22" => Yes,
        }
    }
}

fn main() {
    println!("{:?}", Service::PortTwentyTwo.answer());
}
