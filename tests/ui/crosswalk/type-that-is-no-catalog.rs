use core::cmp::Ordering;

controls_core::controls! {
    pub enum Framework {
        Protection = "Protection" {
            Boundary = "Boundary protection",
        }
    }
}

controls_core::crosswalk! {
    pub struct OrderingToFramework: Ordering => Framework {
        Less => [],
        Equal => [EqualTo(Boundary)],
        Greater => [],
    }
}

fn main() {
    println!("{}", OrderingToFramework::of(Ordering::Less).len());
}
