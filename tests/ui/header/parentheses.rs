controls_core::controls! {
    pub enum Service (
        Network = "Network" { Firewall = "Firewall support" => Yes }
    )
}

fn count(all: &[Service]) -> usize {
    all.len()
}

fn main() {
    println!("{}", count(&[]));
}
