//! Names.

controls_core::controls! {
    /// Names that are keywords, or written in other scripts.
    #[allow(non_camel_case_types)]
    pub enum r#Type {
        #[allow(non_camel_case_types)]
        r#match = "Match" {
            r#type = "Type of encryption" => Yes,
            r#Where = "Where the data is" => No,
        }
        データの保護 = "データの保護" {
            列の暗号化 = "列の暗号化" => NotApplicable,
            Überwachung = "Überwachung" => Yes,
        }
        #[allow(non_camel_case_types)]
        Snake_Case = "Snake_Case" {
            Snake_Case = "A name_with_underscores" => No,
            X = "x" => Yes,
            __C = "Two underscores" => Yes,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Type, TypeSection};

    #[test]
    fn raw_names_lose_their_mark_in_data() {
        assert_eq!(
            (Type::r#type.id(), Type::r#type.record().name),
            ("type", "type")
        );
        assert_eq!(
            format!("{:?} {:?}", Type::r#type, TypeSection::r#match),
            "type match"
        );
        assert_eq!(Type::CATALOG.name, "Type");
        assert_eq!(Type::from_id("where"), Some(Type::Where));
    }

    #[test]
    fn names_of_other_scripts_make_ids() {
        let ids: Vec<_> = Type::ALL.iter().map(|control| control.id()).collect();
        assert_eq!(
            ids,
            [
                "type",
                "where",
                "列の暗号化",
                "überwachung",
                "snake-case",
                "x",
                "c"
            ]
        );
        for control in Type::ALL {
            assert_eq!(Type::from_id(control.id()), Some(*control));
        }
        assert_eq!(TypeSection::データの保護.controls().len(), 2);
    }
}
