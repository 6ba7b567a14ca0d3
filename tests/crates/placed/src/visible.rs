//! Catalogs as visible as their definitions say. A method is as visible as its enum.

mod own {
    controls_core::controls! {
        enum Private {
            Network = "Network" { Firewall = "Firewall support" => Yes }
        }
    }

    pub(super) fn answers() -> usize {
        Private::ALL
            .iter()
            .filter(|control| control.answer().is_yes())
            .count()
            + PrivateSection::COUNT
    }
}

mod outer {
    pub(super) mod inner {
        controls_core::controls! {
            pub(super) enum OfParent {
                Network = "Network" { Firewall = "Firewall support" => Yes }
            }
        }

        controls_core::controls! {
            pub(in crate::visible) enum OfPath {
                Network = "Network" { Firewall = "Firewall support" => Yes }
            }
        }

        controls_core::controls! {
            pub(crate) enum OfCrate {
                Network = "Network" { Firewall = "Firewall support" => Yes }
            }
        }

        controls_core::controls! {
            enum OfModule {
                Network = "Network" { Firewall = "Firewall support" => Yes }
            }
        }

        pub(super) fn id() -> &'static str {
            OfModule::Firewall.id()
        }
    }

    pub(super) fn ids() -> [&'static str; 2] {
        [inner::OfParent::Firewall.id(), inner::id()]
    }
}

#[test]
fn methods_are_as_visible_as_their_enum() {
    assert_eq!(own::answers(), 2);
    assert_eq!(outer::ids(), ["firewall", "firewall"]);
    assert_eq!(
        outer::inner::OfPath::Firewall.section(),
        outer::inner::OfPathSection::Network
    );
    assert_eq!(
        outer::inner::OfCrate::from_id("firewall"),
        Some(outer::inner::OfCrate::Firewall)
    );
}
