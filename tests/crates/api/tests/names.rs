//! Names that traits and the macro use themselves, with each combination of the features.

#![allow(
    non_camel_case_types,
    reason = "the names of the enums of sections, too"
)]

controls_core::controls! {
    enum Associated {
        Iterator = "Iterator" {
            Iterator = "Iterator" => Yes,
            Section = "Section" => Yes,
            Bits = "Bits" => Yes,
            Array = "Array" => Yes,
            Err = "Err" => Yes,
            Error = "Error" => Yes,
        }
        Control = "Control" {
            Control = "Control" => No,
        }
    }
}

/// A catalog for each name.
macro_rules! catalogs {
    ($($name:ident)*) => {
        $({
            controls_core::controls! {
                enum $name {
                    Network = "Network" { Firewall = "Firewall support" => Yes, Tunnel = "Tunneling support" => No }
                }
            }
            let two = [<$name>::Firewall, <$name>::Tunnel];
            assert!(<$name>::all().eq(two) && <$name as controls_core::Control>::all().eq(two));
            assert_eq!("Tunneling support".parse::<$name>(), Ok(<$name>::Tunnel));
            assert_eq!(<$name>::CATALOG.name, stringify!($name));
            #[cfg(feature = "strum")]
            assert!(<$name as strum::IntoEnumIterator>::iter().eq(two));
            #[cfg(feature = "enum-map")]
            assert_eq!(enum_map::EnumMap::<$name, _>::from_array([1, 2])[<$name>::Tunnel], 2);
            #[cfg(feature = "serde")]
            assert_eq!(serde_json::to_string(&two).unwrap(), r#"["firewall","tunnel"]"#);
            #[cfg(feature = "schemars")]
            assert!(schemars::schema_for!($name).get("oneOf").is_some());
        })*
    };
}

#[test]
fn catalogs_may_have_the_names_of_what_they_use() {
    catalogs! {
        bool u8 u16 u32 u64 usize str char Option Some None Result Iterator Copied Copy Debug FromStr
        Answer Record Catalog Control Section ControlSection Link Fingerprint UnknownControl
        RECORDS CATALOG CONTROLS SECTIONS HEADINGS A C D E M S T V Value Array Bits
    }
}

#[test]
fn variants_may_have_the_names_of_associated_types() {
    assert_eq!(Associated::all().len(), 7);
    assert_eq!(Associated::Control.section(), AssociatedSection::Control);
    #[cfg(feature = "strum")]
    assert_eq!(<Associated as strum::IntoEnumIterator>::iter().len(), 7);
}
