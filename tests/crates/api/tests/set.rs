//! Sets of controls.

mod service;

use std::collections::BTreeSet;

use controls_core::{Answer, ControlSet};
use service::Service;

const TWO: ControlSet<Service> = Service::set(&[Service::Authorization, Service::ServiceEndpoint]);
const NONE: ControlSet<Service> = ControlSet::EMPTY;

/// The set whose bits are those of a number.
fn set(bits: usize) -> ControlSet<Service> {
    Service::all()
        .filter(|control| bits >> (*control as usize) & 1 == 1)
        .collect()
}

#[test]
fn a_set_is_what_a_set_is() {
    let plain = |set: ControlSet<Service>| set.iter().collect::<BTreeSet<_>>();
    for (one, other) in (0..32).flat_map(|one| (0..32).map(move |other| (set(one), set(other)))) {
        let (a, b) = (plain(one), plain(other));
        assert_eq!(plain(one | other), &a | &b);
        assert_eq!(plain(one & other), &a & &b);
        assert_eq!(plain(one - other), &a - &b);
        assert_eq!(plain(one ^ other), &a ^ &b);
        assert_eq!(plain(!one), &plain(ControlSet::ALL) - &a);
        assert_eq!((one.len(), one.is_empty()), (a.len(), a.is_empty()));
        assert_eq!(
            (one.is_subset(&other), one.is_disjoint(&other)),
            (a.is_subset(&b), a.is_disjoint(&b))
        );
        assert_eq!(one == other, a == b);
    }
}

#[test]
fn a_set_is_made_in_a_constant_and_gone_through_in_order() {
    assert_eq!(
        TWO.iter().collect::<Vec<_>>(),
        [Service::ServiceEndpoint, Service::Authorization]
    );
    assert_eq!(
        TWO.iter().rev().collect::<Vec<_>>(),
        [Service::Authorization, Service::ServiceEndpoint]
    );
    assert_eq!(TWO.iter().len(), 2);
    assert_eq!(format!("{TWO:?}"), "{ServiceEndpoint, Authorization}");
    assert_eq!(NONE, ControlSet::default());
    assert_eq!(ControlSet::<Service>::ALL.len(), Service::COUNT);
    let yes: ControlSet<Service> = Service::with_answer(Answer::Yes).collect();
    assert!(yes.contains(Service::ForcedTunneling) && !yes.contains(Service::Injection));
}

#[test]
fn controls_are_put_in_and_taken_out() {
    let mut set = NONE;
    assert!(set.insert(Service::Injection) && !set.insert(Service::Injection));
    assert!(set.remove(Service::Injection) && !set.remove(Service::Injection));
    assert!(set.is_empty());
}

#[test]
fn a_set_of_many_controls_has_as_many_bits() {
    use many_controls::Many;
    let odd: ControlSet<Many> = Many::all()
        .filter(|control| *control as usize % 2 == 1)
        .collect();
    assert_eq!((odd.len(), (!odd).len()), (35, 35));
    assert_eq!(odd.iter().next_back(), Some(Many::R69));
    assert_eq!(ControlSet::<Many>::ALL.iter().rev().count(), 70);
    const LAST: ControlSet<Many> = Many::set(&[Many::R69, Many::R0]);
    assert_eq!(LAST.iter().collect::<Vec<_>>(), [Many::R0, Many::R69]);
}

mod many_controls {
    controls_core::controls! {
        pub enum Many {
            Section = "Section" {
                R0 = "Row 0", R1 = "Row 1", R2 = "Row 2", R3 = "Row 3", R4 = "Row 4", R5 = "Row 5", R6 = "Row 6",
                R7 = "Row 7", R8 = "Row 8", R9 = "Row 9", R10 = "Row 10", R11 = "Row 11", R12 = "Row 12", R13 = "Row 13",
                R14 = "Row 14", R15 = "Row 15", R16 = "Row 16", R17 = "Row 17", R18 = "Row 18", R19 = "Row 19", R20 = "Row 20",
                R21 = "Row 21", R22 = "Row 22", R23 = "Row 23", R24 = "Row 24", R25 = "Row 25", R26 = "Row 26", R27 = "Row 27",
                R28 = "Row 28", R29 = "Row 29", R30 = "Row 30", R31 = "Row 31", R32 = "Row 32", R33 = "Row 33", R34 = "Row 34",
                R35 = "Row 35", R36 = "Row 36", R37 = "Row 37", R38 = "Row 38", R39 = "Row 39", R40 = "Row 40", R41 = "Row 41",
                R42 = "Row 42", R43 = "Row 43", R44 = "Row 44", R45 = "Row 45", R46 = "Row 46", R47 = "Row 47", R48 = "Row 48",
                R49 = "Row 49", R50 = "Row 50", R51 = "Row 51", R52 = "Row 52", R53 = "Row 53", R54 = "Row 54", R55 = "Row 55",
                R56 = "Row 56", R57 = "Row 57", R58 = "Row 58", R59 = "Row 59", R60 = "Row 60", R61 = "Row 61", R62 = "Row 62",
                R63 = "Row 63", R64 = "Row 64", R65 = "Row 65", R66 = "Row 66", R67 = "Row 67", R68 = "Row 68", R69 = "Row 69",
            }
        }
    }
}
