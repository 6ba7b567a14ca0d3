//! Catalogs within functions: in the body, in a block, in a closure, in a constant.

const COUNT: usize = {
    controls_core::controls! {
        enum Constant {
            Network = "Network" { Firewall = "Firewall support" => Yes, Tunnel = "Tunneling support" => No }
        }
    }
    Constant::COUNT
};

#[test]
fn a_catalog_may_stand_in_a_function() {
    controls_core::controls! {
        enum Service {
            Network = "Network" { Firewall = "Firewall support" => Yes }
        }
    }
    fn ids<C: controls_core::Control>() -> Vec<&'static str> {
        C::ALL.iter().map(|control| control.id()).collect()
    }
    assert_eq!(ids::<Service>(), ["firewall"]);
    assert_eq!(Service::Firewall.section(), ServiceSection::Network);
}

#[test]
fn a_catalog_may_stand_in_a_block_a_closure_and_a_constant() {
    let in_block = {
        controls_core::controls! {
            enum Service {
                Network = "Network" { Firewall = "Firewall support" => Yes }
            }
        }
        Service::Firewall.title()
    };
    let in_closure = || {
        controls_core::controls!(
            enum Service {
                Network = "Network" { Firewall = "Firewall support" => Yes }
            }
        );
        Service::Firewall.title()
    };
    assert_eq!(in_block, in_closure());
    assert_eq!(COUNT, 2);
}

struct Checker;

impl Checker {
    fn answers() -> usize {
        controls_core::controls! {
            #[document = "nested/service.md"]
            enum Service {
                Network = "Network" {
                    Firewall = "Firewall support" => Yes { notes: "By [rules](./rules.md)." },
                    Tunnel = "Tunneling support" => No,
                }
                Identity = "Identity" {
                    Roles = "Role-based access" => "Yes (preview)" { documentation: "[Roles](/service/roles)" },
                }
            }
        }
        Service::ALL
            .iter()
            .filter(|control| control.answer().is_yes())
            .count()
    }
}

#[test]
fn a_catalog_with_a_document_may_stand_in_a_method() {
    assert_eq!(Checker::answers(), 1);
}
