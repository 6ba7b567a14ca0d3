//! What the document still has isn't removed, whether it has been read or not.

use crate::support::{document, edit_under, source, try_edit_of};

const BODY: &str = "
        Network = \"Network\" {
            Peering = \"Peering\" => No,
            Tunnels = \"Forced `tunneling` (a|b)\" => No,
        }
        Identity = \"Identity\" {
            Roles = \"Roles\" => Yes,
        }
    ";

#[test]
fn a_row_or_section_that_is_still_there_stays() {
    let all = document(
        "# Network\nForced `tunneling` (a\\|b) | No\nPeering | No\n# Identity\nRoles | Yes",
    );
    let without = |gone: &str, instead: &str| {
        assert_eq!(all.matches(gone).count(), 1, "{gone}");
        all.replace(gone, instead)
    };
    let tunnels = "| Forced `tunneling` (a\\|b) | No |  |  |\n";
    let identity = "\n## Identity\n\n| Control | Yes/No | Notes | Documentation |\n|---|---|---|---|\n| Roles | Yes |  |  |\n";
    // What the document has, and what is said; nothing if the edit is made.
    for (document, expected) in [
        (without("| Peering | No |  |  |\n", ""), None),
        (
            without("| Peering | No |  |  |\n", "\nPeerings and\nre-Peerings.\n"),
            None,
        ),
        // Part of the title of another row, which has been read.
        (
            without(
                "| Peering | No |",
                "| Gateways for Peering in all zones | Yes |",
            ),
            None,
        ),
        (
            without(
                "| Peering | No |  |  |\n",
                "\n<table><tr><td>Peering</td><td>No</td></tr></table>\n",
            ),
            Some(
                "`Peering` isn't removed, because its title is still in the document, at line 8: if the control has gone, remove its row by hand",
            ),
        ),
        (
            without("| Peering | No |  |  |\n", "\n<!-- Peering: No -->\n"),
            Some(
                "`Peering` isn't removed, because its title is still in the document, at line 8: ",
            ),
        ),
        (
            format!(
                "{}\n| A | B |\n|--|--|\n| **Peering** | No |\n",
                without("| Peering | No |  |  |\n", "")
            ),
            Some(
                "`Peering` isn't removed, because its title is still in the document, at line 16: ",
            ),
        ),
        (
            format!(
                "{}\nForced   `tunneling`\n(a|b): no\n",
                without(tunnels, "")
            ),
            Some(
                "`Tunnels` isn't removed, because its title is still in the document, at line 14: ",
            ),
        ),
        (without(tunnels, ""), None),
        (without(identity, ""), None),
        (
            without(identity, "\n## Identity\n\nNothing.\n"),
            Some(
                "section `Identity` isn't removed, because its heading is still in the document, at line 9: if its controls have gone or moved, remove it by hand",
            ),
        ),
        (
            without(identity, "\n**Identity**\n\nIn prose.\n"),
            Some("section `Identity` isn't removed"),
        ),
        (without(identity, "\nIdentity is another matter.\n"), None),
    ] {
        let result = try_edit_of(&source(BODY), &document, &mut |_| false);
        match expected {
            None => assert!(result.is_ok(), "{document}\n{result:?}"),
            Some(expected) => {
                let error = result.expect_err(&document);
                assert!(error.starts_with(expected), "{document}\n{error}");
            }
        }
    }
}

#[test]
fn under_a_heading_the_rest_of_the_page_has_no_say() {
    let vault =
        document("# Keys\nPeering | No\nRoles | Yes").replace("## Keys", "# Vault\n\n## Keys");
    let disks = vault.replace("# Vault", "# Disks");
    let source = "controls! {\n    #[document = \"d.md\"]\n    #[heading = \"Disks\"]\n    pub enum S {\n        Keys = \"Keys\" {\n            Peering = \"Peering\" => No,\n            Roles = \"Roles\" => Yes,\n        }\n    }\n}\n";
    let without = |page: &str| page.replace("| Peering | No |  |  |\n", "");
    let page = format!("{vault}{}", without(&disks));
    let edit = edit_under(source, &page, "Disks").unwrap().unwrap();
    assert_eq!(edit.dropped.len(), 1);
    let page = format!("{vault}{}\nPeering: no.\n", without(&disks));
    assert!(edit_under(source, &page, "Disks").is_err());
}
