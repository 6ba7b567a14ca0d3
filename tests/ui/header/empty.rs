controls_core::controls! {
    pub enum Service {}
}

fn count(all: &[Service]) -> usize {
    all.len()
}

fn main() {
    println!("{}", count(&[]));
}
