use controls_core::{Answer, Answered};

controls_core::controls! {
    enum Framework {
        Network = "Network" {
            Boundary = "Boundary protection",
        }
    }
}

fn gaps<C: Answered>() -> usize {
    C::ALL.iter().filter(|control| control.answer() == Answer::No).count()
}

fn main() {
    println!("{}", gaps::<Framework>());
}
