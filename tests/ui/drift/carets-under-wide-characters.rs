controls_core::controls! {
    #[document = "japanese.md"]
    pub enum Service {
        DataProtection = "データの保護" {
            ColumnEncryption = "列レベルの暗号化" => Yes {
                notes: "保存時のみ。",
            },
        }
    }
}

fn main() {
    println!("{:?}", Service::ColumnEncryption.answer());
}
