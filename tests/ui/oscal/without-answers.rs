controls_core::controls! {
    #[document = "answered.json"]
    pub enum Service {
        Backup = "Backup" {
            Copies = "Copies",
        }
    }
}

fn main() {}
