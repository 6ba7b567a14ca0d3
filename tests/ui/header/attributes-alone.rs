controls_core::controls! {
    /// The security controls of the service.
    #[published = "https://service.example/controls"]
}

fn main() {}
