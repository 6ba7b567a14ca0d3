//! Titles: former ones, guesses, controls that come back, and names for new ones.

use controls_dsl::Guess;

use crate::support::{apply, assert_fixed, document, edit_of, source};

fn body(rows: &str) -> String {
    let rows: String = rows
        .split('|')
        .flat_map(|row| ["            ", row, ",\n"])
        .collect();
    format!("\n        Network = \"Network\" {{\n{rows}        }}\n    ")
}

#[track_caller]
fn assert_rows(rows: &str, lines: &str, expected: &str) {
    assert_fixed(&body(rows), &format!("# Network\n{lines}"), &body(expected));
}

#[test]
fn an_old_title_goes_into_formerly() {
    for (row, expected) in [
        (
            "F = \"VNET injection\" => No",
            "F = \"VNet injection\" => No { formerly: [\"VNET injection\"] }",
        ),
        (
            "F = \"VNET injection\" => No { id: \"x\", formerly: [\"a\", \"b\"] }",
            "F = \"VNet injection\" => No { id: \"x\", formerly: [\"a\", \"b\", \"VNET injection\"] }",
        ),
        (
            "F = \"VNET injection\" => No { formerly: [\"a\", \"VNet injection\",], id: \"x\" }",
            "F = \"VNet injection\" => No { formerly: [\"a\", \"VNET injection\",], id: \"x\" }",
        ),
        (
            "F = \"VNET injection\" => No { formerly: [\"VNET injection\"] }",
            "F = \"VNet injection\" => No { formerly: [\"VNET injection\"] }",
        ),
        (
            "F = \"VNET injection\" => No { formerly: [\"VNET injection\", \"VNet injection\"] }",
            "F = \"VNet injection\" => No { formerly: [\"VNET injection\"] }",
        ),
        (
            "F = \"VNET injection\" => No { formerly: [] }",
            "F = \"VNet injection\" => No { formerly: [\"VNET injection\"] }",
        ),
        // Known already, as another control's or as an id.
        (
            "F = \"VNET injection\" => No|G = \"g\" => No { formerly: [\"VNET injection\"] }",
            "F = \"VNet injection\" => No|G = \"g\" => No { formerly: [\"VNET injection\"] }",
        ),
    ] {
        let more = if row.contains('G') { "\ng | No" } else { "" };
        assert_rows(row, &format!("VNet injection | No{more}"), expected);
    }
}

#[test]
fn a_control_that_comes_back_is_the_one_that_was_called_so() {
    // Too unlike to be recognised otherwise.
    assert_rows(
        "F = \"Managed keys of a customer\" => No { formerly: [\"BYOK\"] }|G = \"g\" => No",
        "g | No\nBYOK | Yes | n",
        "G = \"g\" => No|F = \"BYOK\" => Yes {\n                formerly: [\"Managed keys of a customer\"],\n                notes: \"n\",\n            }",
    );
    // The one that was called so is still there: it's another control, and the name it would get is taken.
    assert_rows(
        "F = \"Managed keys of a customer\" => No { formerly: [\"BYOK\", \"byok\"] }",
        "Managed keys of a customer | No\nBYOK | Yes",
        "F = \"Managed keys of a customer\" => No { formerly: [\"BYOK\", \"byok\"] }|NetworkByok = \"BYOK\" => Yes",
    );
}

#[test]
fn names_are_not_used_again() {
    assert_rows(
        "Firewall = \"Nothing of the sort\" => Yes { id: \"keys\" }|B = \"b\" => No { formerly: [\"tls\"] }",
        "b | No\nFirewall support | No | x\nKeys | No\nTLS | Yes\n² | Yes\nSelf | No\nSelf | No",
        "B = \"b\" => No { formerly: [\"tls\"] }|NetworkFirewall = \"Firewall support\" => No {\n                notes: \"x\",\n            }|NetworkKeys = \"Keys\" => No|NetworkTls = \"TLS\" => Yes|Control = \"²\" => Yes|Itself = \"Self\" => No|NetworkSelf = \"Self\" => No",
    );
}

#[test]
fn a_guess_that_is_refused_is_a_row_that_went_and_one_that_came() {
    let source = source(&body(
        "Peering = \"Peering of virtual networks\" => No { notes: \"Through gateways.\" }|B = \"b\" => No",
    ));
    let document = document(
        "# Network\nPeering of networks that are virtual | No | Through gateways.\nb | No",
    );
    let mut asked: Vec<Guess> = Vec::new();
    let mut answered = |answer: bool| {
        let edit = edit_of(&source, &document, &mut |guess| {
            asked.push(guess.clone());
            answer
        });
        let dropped = edit.iter().flat_map(|edit| &edit.dropped);
        let ids: Vec<&str> = dropped.map(|dropped| &*dropped.id).collect();
        assert_eq!(ids, if answer { &[][..] } else { &["peering"] });
        apply(&source, edit)
    };
    let (taken, refused) = (answered(true), answered(false));
    assert!(
        taken.contains("formerly: [\"Peering of virtual networks\"]"),
        "{taken}"
    );
    assert!(
        refused.contains(&body("PeeringOfNetworksThatAreVirtual = \"Peering of networks that are virtual\" => No {\n                notes: \"Through gateways.\",\n            }|B = \"b\" => No")),
        "{refused}"
    );
    assert_eq!(asked.len(), 2);
    assert_eq!(
        (&*asked[0].name, &*asked[0].old, asked[0].line),
        ("Peering", "Peering of virtual networks", 6)
    );
}

#[test]
fn what_a_removed_row_may_have_become_is_asked_row_by_row() {
    let source = source(&body(
        "Rest = \"Encryption at rest of all data\" => Yes|B = \"b\" => No",
    ));
    let document = document(
        "# Network\nEncryption at rest by the service with its keys | Yes\nEncryption at rest with keys of a customer | No\nb | No",
    );
    let edit = |same: Option<usize>| {
        let mut asked = Vec::new();
        let edit = edit_of(&source, &document, &mut |guess| {
            assert!(!guess.is_likely);
            assert!(source[guess.range.clone()].starts_with("Rest = "));
            asked.push(guess.new.clone());
            same == Some(asked.len() - 1)
        });
        (asked, edit.unwrap())
    };
    let (asked, none) = edit(None);
    assert_eq!(asked.len(), 2, "{asked:?}");
    assert_eq!(
        none.dropped
            .iter()
            .map(|dropped| (&*dropped.id, dropped.successors.len()))
            .collect::<Vec<_>>(),
        [("rest", 2)]
    );
    let (asked, second) = edit(Some(1));
    assert_eq!(second.dropped, []);
    let row = format!("Rest = {:?} => ", asked[1]);
    assert!(second.text.contains(&row), "{}", second.text);
    assert!(
        second
            .text
            .contains("formerly: [\"Encryption at rest of all data\"]"),
        "{}",
        second.text
    );
    // Once one of them is the same, the others aren't asked about.
    assert_eq!(edit(Some(0)).0.len(), 1);
}
