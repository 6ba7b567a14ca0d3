controls_core::controls! {
    #[document = "wrong-type.json"]
    pub enum Service {
        Backup = "Backup" {
            Bk1 = "Copies" {
                label: "BK-1",
                notes: "Copy what matters [Assignment: organization-defined frequency].",
            },
            Bk1_1 = "Other place" { label: "BK-1(1)", notes: "Keep one copy elsewhere." },
            #[deprecated = "incorporated into BK-1(1)"]
            Bk2 = "Tape" { label: "BK-2", notes: "[Withdrawn: Incorporated into BK-1(1).]" },
        }
    }
}

fn main() {}
