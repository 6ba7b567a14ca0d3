use controls_core::Control;

fn count<C: Control>(_: C) -> usize {
    C::ALL.len()
}

fn main() {
    println!("{}", count("forced-tunneling"));
}
