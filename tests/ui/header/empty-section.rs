controls_core::controls! {
    pub enum Service {
        Network = "Network" {}
    }
}

fn count(all: &[Service]) -> usize {
    all.len()
}

fn main() {
    println!("{}", count(&[]));
}
