controls_core::controls! {}

fn main() {}
