controls_core::controls! {
    #[document = "../document/service.md"]
    pub enum Service {}
}

fn count(all: &[Service]) -> usize {
    all.len()
}

fn main() {
    println!("{}", count(&[]));
}
