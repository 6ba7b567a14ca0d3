#[macro_use]
#[path = "macros/mod.rs"]
mod macros;

service! {}

fn main() {
    println!("{:?}", Service::Firewall.id());
}
