controls_core::controls! {
    #[document = "japanese.md"]
    #[heading = "データベース"]
    pub enum Database {
        Network = "ネットワーク" {
            ForcedTunneling = "強制トンネリング" => No,
        }
    }
}

fn main() {
    println!("{}", Database::ForcedTunneling);
}
