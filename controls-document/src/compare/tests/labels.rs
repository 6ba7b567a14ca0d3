//! Labels and further columns.

use super::*;

#[test]
fn a_label_tells_rows_apart_and_is_no_proof() {
    for (old, new, expected) in [
        // Nothing but the label.
        (
            "[1.1] Firewall | Yes\n[1.2] Keys | No",
            "[1.1] Firewall | Yes\n[1.3] Keys | No",
            &["label: 1.2 -> 1.3 Keys"][..],
        ),
        ("Keys | No", "[1.1] Keys | No", &["label:  -> 1.1 Keys"]),
        // Two rows of one title, in the other order: the labels say which is which.
        (
            "[1.1] Keys | Yes\n[1.2] Keys | No",
            "[1.2] Keys | No\n[1.1] Keys | Yes",
            &["order: Keys"],
        ),
        // Another control altogether.
        (
            "[1.1] Keys of the vault | No\n[1.2] Firewall | Yes",
            "[1.1] Audit log | No\n[1.2] Firewall | Yes",
            &[
                "removed: Keys of the vault",
                "recycled: 1.1 names Audit log, the old one is gone: Keys of the vault",
                "added: Audit log",
            ],
        ),
        // Shifted by one, and another added.
        (
            "[1.1] Keys | No\n[1.2] Firewall | Yes",
            "[1.1] Audit log | No\n[1.2] Keys | No\n[1.3] Firewall | Yes",
            &[
                "recycled: 1.1 names Audit log, the old one is 1.2: Keys",
                "added: Audit log",
                "recycled: 1.2 names Keys, the old one is 1.3: Firewall",
            ],
        ),
        // Swapped.
        (
            "[1.1] Keys | No\n[1.2] Firewall | Yes",
            "[1.1] Firewall | Yes\n[1.2] Keys | No",
            &[
                "recycled: 1.1 names Firewall, the old one is 1.2: Keys",
                "recycled: 1.2 names Keys, the old one is 1.1: Firewall",
                "order: Keys",
            ],
        ),
        // Reworded: unlike enough to be two without the label, and answered otherwise.
        (
            "[1.1] Passwords have 12 letters at least | Yes\n[1.2] Sessions end after an hour | No",
            "[1.1] Passwords need at least 14 letters or signs | No\n[1.2] Sessions end after an hour | No",
            &[
                "retitled?: Passwords have 12 letters at least -> Passwords need at least 14 letters or signs",
                "answer: Passwords need at least 14 letters or signs",
            ],
        ),
        // Like each other as all of them are.
        (
            "[1.1] The flag `alpha` is set to true | Yes\n[1.2] The flag `beta` is set to true | Yes\n[1.3] The flags `gamma` and `delta` are set as needed | Yes",
            "[1.1] The flag `omega` of the agent is set to false | Yes\n[1.2] The flag `alpha` is set to true | Yes\n[1.3] The flag `beta` is set to true | Yes",
            &[
                "recycled: 1.1 names The flag `omega` of the agent is set to false, the old one is 1.2: The flag `alpha` is set to true",
                "added: The flag `omega` of the agent is set to false",
                "recycled: 1.2 names The flag `alpha` is set to true, the old one is 1.3: The flag `beta` is set to true",
                "recycled: 1.3 names The flag `beta` is set to true, the old one is gone: The flags `gamma` and `delta` are set as needed",
                "removed: The flags `gamma` and `delta` are set as needed after The flag `beta` is set to true -> The flag `omega` of the agent is set to false",
            ],
        ),
        // A label that is there twice says nothing.
        (
            "[1.1] Keys | No\n[1.1] Firewall | Yes",
            "[1.1] Keys | No\n[1.1] Audit log | Yes",
            &["removed: Firewall after Keys", "added: Audit log"],
        ),
    ] {
        let (old, new) = (format!("# A\n{old}"), format!("# A\n{new}"));
        assert_eq!(
            changed(&outline(&old), &outline(&new)),
            expected,
            "{old}\n{new}"
        );
    }
}

#[test]
fn further_columns_are_compared_by_their_headings() {
    let row = |properties: &[(&'static str, &'static str)]| Outline {
        sections: vec!["A".into()],
        rows: vec![Row {
            title: "Keys",
            properties: properties.to_vec(),
            ..Row::default()
        }],
    };
    for (old, new, expected) in [
        (&[][..], &[][..], &[][..]),
        (&[("Level", "L1")], &[("Level", " L1 ")], &[]),
        (
            &[("Level", "L1"), ("CWE", "7")],
            &[("CWE", "7"), ("Level", "L1")],
            &[],
        ),
        (&[("Level", "L1")], &[("Level", "L2")], &["Level: Keys"]),
        (
            &[("Level", "L1")],
            &[("CWE", "7")],
            &["Level: Keys", "CWE: Keys"],
        ),
        (&[("Level", "L1")], &[], &["Level: Keys"]),
    ] {
        assert_eq!(changed(&row(old), &row(new)), expected, "{old:?} {new:?}");
    }
}
