use controls_core::{evidence, satisfies, verifies};

#[satisfies]
fn nothing() {}

#[verifies()]
fn brackets() {}

#[satisfies(reviewed = "22b045c0a5e33d18bd50d221906e8ef6")]
fn fingerprint() {}

fn main() {
    evidence::satisfies!();
}
