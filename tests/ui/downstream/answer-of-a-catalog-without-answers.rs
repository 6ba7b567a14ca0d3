controls_core::controls! {
    enum Framework {
        Network = "Network" {
            Boundary = "Boundary protection",
        }
    }
}

fn main() {
    println!("{}", Framework::Boundary.answer());
}
