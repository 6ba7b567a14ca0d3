//! Four editions of one document, as they were published: what each changed must be found.

use super::{changed, outline};
use crate::Change;

const EDITION_1: &str = r"
# Preventative
Encryption at rest:<ul><li>Server-side encryption</li><li>Server-side encryption with customer-managed keys</li><li>Other encryption features (such as client-side, always encrypted, etc.)</ul> | Yes | Using storage service encryption for storage accounts.
Encryption in Transit:<ul><li>Express route encryption</li><li>In Vnet encryption</li><li>VNet-VNet encryption</ul> | No | Using HTTPS.
Encryption Key Handling (CMK, BYOK, etc.) | No
Column Level Encryption (Azure Data Services) | No
API calls encrypted | Yes
# Network Segmentation
Service Endpoint support | No
vNET Injection support | No
Network Isolation / Firewalling support | Yes | Forced tunneling is supported for VM backup. Forced tunneling is not supported for workloads running inside VMs.
Support for forced tunneling | No
# Detection
Azure monitoring support (Log analytics, App insights, etc.) | Yes | Log Analytics is supported via diagnostic logs. See [Monitor Azure Backup protected workloads using Log Analytics](https://azure.microsoft.com/blog/monitor-all-azure-backup-protected-workloads-using-log-analytics/) for more information.
# IAM Support
Access management - Authentication | Yes | Authentication is through Azure Active Directory.
Access management - Authorization | Yes | Customer created and built-in RBAC roles are used. See [Use Role-Based Access Control to manage Azure Backup recovery points](/azure/backup/backup-rbac-rs-vault) for more information.
# Audit Trail
Control/Management Plan Logging and Audit | Yes | All customer triggered actions from the Azure portal are logged to activity logs.
Data plane Logging and Audit | No | Azure Backup data plane can't be reached directly.
# Configuration Management
Configuration management support (versioning of configuration, etc.) | Yes
";

const EDITION_3: &str = r"
# Preventative
Encryption at rest:<ul><li>Server-side encryption</li><li>Server-side encryption with customer-managed keys</li><li>Other encryption features (such as client-side, always encrypted, etc.)</ul> | Yes | Using storage service encryption for storage accounts.
Encryption in transit:<ul><li>Express route encryption</li><li>In VNet encryption</li><li>VNet-VNet encryption</ul> | No | Using HTTPS.
Encryption key handling (CMK, BYOK, etc.) | No
Column level encryption (Azure Data Services) | No
API calls encrypted | Yes
# Network segmentation
Service endpoint support | No
VNet injection support | No
Network isolation and firewalling support | Yes | Forced tunneling is supported for VM backup. Forced tunneling is not supported for workloads running inside VMs.
Forced tunneling support | No
# Detection
Azure monitoring support (Log analytics, App insights, etc.) | Yes | Log Analytics is supported via diagnostic logs. See [Monitor Azure Backup protected workloads using Log Analytics](https://azure.microsoft.com/blog/monitor-all-azure-backup-protected-workloads-using-log-analytics/) for more information.
# Identity and access management
Authentication | Yes | Authentication is through Azure Active Directory.
Authorization | Yes | Customer created and built-in RBAC roles are used. See [Use Role-Based Access Control to manage Azure Backup recovery points](/azure/backup/backup-rbac-rs-vault) for more information.
# Audit trail
Control and management plane logging and audit | Yes | All customer triggered actions from the Azure portal are logged to activity logs.
Data plane logging and audit | No | Azure Backup data plane can't be reached directly.
# Configuration management
Configuration management support (versioning of configuration, etc.) | Yes
";

const EDITION_5: &str = r"
# Preventative
Encryption at rest (such as server-side encryption, server-side encryption with customer-managed keys, and other encryption features) | Yes | Using storage service encryption for storage accounts.
Encryption in transit (such as ExpressRoute encryption, in VNet encryption, and VNet-VNet encryption) | No | Using HTTPS.
Encryption key handling (CMK, BYOK, etc.) | No
Column level encryption (Azure Data Services) | No
API calls encrypted | Yes
# Network segmentation
Service endpoint support | No
VNet injection support | No
Network isolation and firewalling support | Yes | Forced tunneling is supported for VM backup. Forced tunneling is not supported for workloads running inside VMs.
Forced tunneling support | No
# Detection
Azure monitoring support (Log analytics, App insights, etc.) | Yes | Log Analytics is supported via diagnostic logs. See [Monitor Azure Backup protected workloads using Log Analytics](https://azure.microsoft.com/blog/monitor-all-azure-backup-protected-workloads-using-log-analytics/) for more information.
# Identity and access management
Authentication | Yes | Authentication is through Azure Active Directory.
Authorization | Yes | Customer created and built-in RBAC roles are used. See [Use Role-Based Access Control to manage Azure Backup recovery points](/azure/backup/backup-rbac-rs-vault) for more information.
# Audit trail
Control and management plane logging and audit | Yes | All customer triggered actions from the Azure portal are logged to activity logs.
Data plane logging and audit | No | Azure Backup data plane can't be reached directly.
# Configuration management
Configuration management support (versioning of configuration, etc.) | Yes
";

const EDITION_7: &str = r"
# Network
Service endpoint support | No
VNet injection support | No
Network isolation and firewalling support | Yes | Forced tunneling is supported for VM backup. Forced tunneling is not supported for workloads running inside VMs.
Forced tunneling support | No
# Monitoring & logging
Azure monitoring support (Log analytics, App insights, etc.) | Yes | Log Analytics is supported via resource logs. For more information, see [Monitor Azure Backup protected workloads using Log Analytics](https://azure.microsoft.com/blog/monitor-all-azure-backup-protected-workloads-using-log-analytics/).
Control and management plane logging and audit | Yes | All customer triggered actions from the Azure portal are logged to activity logs.
Data plane logging and audit | No | Azure Backup data plane can't be reached directly.
# Identity
Authentication | Yes | Authentication is through Azure Active Directory.
Authorization | Yes | Customer created and built-in RBAC roles are used. For more information, see [Use Role-Based Access Control to manage Azure Backup recovery points](/azure/backup/backup-rbac-rs-vault).
# Data protection
Server-side encryption at rest: Microsoft-managed keys | Yes | Using storage service encryption for storage accounts.
Server-side encryption at rest: customer-managed keys (BYOK) | No
Column level encryption (Azure Data Services) | No
Encryption in transit (such as ExpressRoute encryption, in VNet encryption, and VNet-VNet encryption) | No | Using HTTPS.
API calls encrypted | Yes
# Configuration management
Configuration management support (versioning of configuration, etc.) | Yes
";

#[test]
fn an_edition_is_the_same_as_itself() {
    for edition in [EDITION_1, EDITION_3, EDITION_5, EDITION_7] {
        assert!(changed(&outline(edition), &outline(edition)).is_empty());
    }
}

#[test]
fn the_third_edition_is_an_edit_of_titles() {
    assert_eq!(
        changed(&outline(EDITION_1), &outline(EDITION_3)),
        [
            "retitled: Encryption in Transit… -> Encryption in transit…",
            "retitled: Encryption Key Handling… -> Encryption key handling…",
            "retitled: Column Level Encryption… -> Column level encryption…",
            "section: Network Segmentation -> Network segmentation",
            "retitled: Service Endpoint support -> Service endpoint support",
            "retitled: vNET Injection support -> VNet injection support",
            "retitled?: Network Isolation / Firewalling support -> Network isolation and firewalling support",
            "retitled?: Support for forced tunneling -> Forced tunneling support",
            "section: IAM Support -> Identity and access management",
            "retitled?: Access management - Authentication -> Authentication",
            "retitled?: Access management - Authorization -> Authorization",
            "section: Audit Trail -> Audit trail",
            "retitled?: Control/Management Plan Logging and Audit -> Control and management plane logging and audit",
            "retitled: Data plane Logging and Audit -> Data plane logging and audit",
            "section: Configuration Management -> Configuration management",
        ],
    );
}

#[test]
fn the_fifth_edition_rewords_two_titles() {
    assert_eq!(
        changed(&outline(EDITION_3), &outline(EDITION_5)),
        [
            "retitled?: Encryption at rest… -> Encryption at rest…",
            "retitled?: Encryption in transit… -> Encryption in transit…"
        ],
    );
}

#[test]
fn the_seventh_edition_merges_sections_and_replaces_two_rows() {
    assert_eq!(
        changed(&outline(EDITION_5), &outline(EDITION_7)),
        [
            "section: Network segmentation -> Network",
            "section: Audit trail -> Monitoring & logging",
            "section order: Monitoring & logging",
            "moved: Azure monitoring support…",
            "notes: Azure monitoring support…",
            "section removed: Detection",
            "section: Identity and access management -> Identity",
            "notes: Authorization",
            "section: Preventative -> Data protection",
            "section order: Data protection",
            "removed: Encryption at rest… -> Server-side encryption at rest: Microsoft-managed keys \
             -> Server-side encryption at rest: customer-managed keys…",
            "added: Server-side encryption at rest: Microsoft-managed keys",
            "added: Server-side encryption at rest: customer-managed keys…",
            "order: Column level encryption…",
            "removed: Encryption key handling… after Encryption in transit… \
             -> Server-side encryption at rest: customer-managed keys…",
        ],
    );
}

#[test]
fn unlike_rows_are_never_one_because_they_are_left_over() {
    let all = outline(EDITION_7);
    let bare = {
        let mut bare = all.clone();
        for row in &mut bare.rows {
            (row.answer, row.notes, row.documentation) = (Some(crate::Answer::Yes), "", "");
        }
        bare
    };
    for all in [all, bare] {
        for removed in 0..all.rows.len() {
            for added in (0..all.rows.len()).filter(|&added| added != removed) {
                let (mut old, mut new) = (all.clone(), all.clone());
                old.rows.remove(added);
                new.rows.remove(removed);
                let changes = changed(&old, &new);
                assert_eq!(changes.len(), 2, "{changes:?}");
                assert!(
                    changes.iter().any(|change| change.starts_with("removed: ")),
                    "{changes:?}"
                );
                assert!(
                    changes.iter().any(|change| change.starts_with("added: ")),
                    "{changes:?}"
                );
            }
        }
    }
}

#[test]
fn a_small_edit_of_any_title_retitles_the_row() {
    let old = outline(EDITION_7);
    for row in 0..old.rows.len() {
        for title in small_edits(old.rows[row].title) {
            let mut new = old.clone();
            new.rows[row].title = &title;
            let comparison = super::compare(old.clone(), new.clone());
            let changes = comparison.changes();
            let is_retitled =
                matches!(*changes, [Change::Retitled { old, new, .. }] if old == row && new == row);
            assert!(
                is_retitled,
                "{} -> {title}: {changes:?}",
                old.rows[row].title
            );
        }
    }
}

/// The title with each letter removed, doubled or replaced, and with each word removed or, of three or more, replaced.
fn small_edits(title: &str) -> Vec<String> {
    let mut edits = Vec::new();
    for (at, letter) in title
        .char_indices()
        .filter(|(_, letter)| letter.is_alphabetic())
    {
        let (before, after) = (&title[..at], &title[at + letter.len_utf8()..]);
        let other = if letter == 'x' { 'y' } else { 'x' };
        edits.push(format!("{before}{after}"));
        edits.push(format!("{before}{letter}{letter}{after}"));
        edits.push(format!("{before}{other}{after}"));
    }
    let words: Vec<&str> = title.split(' ').collect();
    for at in 0..words.len() {
        let with = |word: &[&str]| [&words[..at], word, &words[at + 1..]].concat().join(" ");
        match words.len() {
            1 => edits.push(with(&[words[at], "methods"])),
            2 => edits.push(with(&[])),
            _ => edits.extend([with(&[]), with(&["other"])]),
        }
    }
    edits
}
