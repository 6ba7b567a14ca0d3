//! All that the catalog says, word for word as the article has it.

#![deny(warnings)]

use controls_azure_backup::{AzureBackup, AzureBackupSection};
use controls_core::Answer::{self, No, Yes};

/// A row: its variant, id, section, title, answer, notes, and the line of the article.
type Row = (
    AzureBackup,
    &'static str,
    AzureBackupSection,
    &'static str,
    Answer,
    Option<&'static str>,
    u32,
);

const ROWS: [Row; 15] = {
    use AzureBackup::*;
    use AzureBackupSection as In;
    [
        (
            ServiceEndpoint,
            "service-endpoint",
            In::Network,
            "Service endpoint support",
            No,
            None,
            17,
        ),
        (
            VnetInjection,
            "vnet-injection",
            In::Network,
            "VNet injection support",
            No,
            None,
            18,
        ),
        (
            NetworkIsolation,
            "network-isolation",
            In::Network,
            "Network isolation and firewalling support",
            Yes,
            Some(
                "Forced tunneling is supported for VM backup. Forced tunneling is not supported for workloads running inside VMs.",
            ),
            19,
        ),
        (
            ForcedTunneling,
            "forced-tunneling",
            In::Network,
            "Forced tunneling support",
            No,
            None,
            20,
        ),
        (
            AzureMonitoring,
            "azure-monitoring",
            In::MonitoringAndLogging,
            "Azure monitoring support (Log analytics, App insights, etc.)",
            Yes,
            Some(
                "Log Analytics is supported via resource logs. For more information, see [Monitor Azure Backup protected workloads using Log Analytics](https://azure.microsoft.com/blog/monitor-all-azure-backup-protected-workloads-using-log-analytics/).",
            ),
            26,
        ),
        (
            ControlAndManagementPlaneLogging,
            "control-and-management-plane-logging",
            In::MonitoringAndLogging,
            "Control and management plane logging and audit",
            Yes,
            Some(
                "All customer triggered actions from the Azure portal are logged to activity logs.",
            ),
            27,
        ),
        (
            DataPlaneLogging,
            "data-plane-logging",
            In::MonitoringAndLogging,
            "Data plane logging and audit",
            No,
            Some("Azure Backup data plane can't be reached directly."),
            28,
        ),
        (
            Authentication,
            "authentication",
            In::Identity,
            "Authentication",
            Yes,
            Some("Authentication is through Azure Active Directory."),
            34,
        ),
        (
            Authorization,
            "authorization",
            In::Identity,
            "Authorization",
            Yes,
            Some(
                "Customer created and built-in RBAC roles are used. For more information, see [Use Role-Based Access Control to manage Azure Backup recovery points](/azure/backup/backup-rbac-rs-vault).",
            ),
            35,
        ),
        (
            EncryptionAtRestMicrosoftManagedKeys,
            "encryption-at-rest-microsoft-managed-keys",
            In::DataProtection,
            "Server-side encryption at rest: Microsoft-managed keys",
            Yes,
            Some("Using storage service encryption for storage accounts."),
            41,
        ),
        (
            EncryptionAtRestCustomerManagedKeys,
            "encryption-at-rest-customer-managed-keys",
            In::DataProtection,
            "Server-side encryption at rest: customer-managed keys (BYOK)",
            No,
            None,
            42,
        ),
        (
            ColumnLevelEncryption,
            "column-level-encryption",
            In::DataProtection,
            "Column level encryption (Azure Data Services)",
            No,
            None,
            43,
        ),
        (
            EncryptionInTransit,
            "encryption-in-transit",
            In::DataProtection,
            "Encryption in transit (such as ExpressRoute encryption, in VNet encryption, and VNet-VNet encryption)",
            No,
            Some("Using HTTPS."),
            44,
        ),
        (
            ApiCallsEncrypted,
            "api-calls-encrypted",
            In::DataProtection,
            "API calls encrypted",
            Yes,
            None,
            45,
        ),
        (
            ConfigurationManagement,
            "configuration-management",
            In::ConfigurationManagement,
            "Configuration management support (versioning of configuration, etc.)",
            Yes,
            None,
            51,
        ),
    ]
};

#[test]
fn each_control_says_what_its_row_says() {
    assert_eq!(AzureBackup::ALL, ROWS.map(|row| row.0));
    for (index, (control, id, section, title, answer, notes, line)) in ROWS.into_iter().enumerate()
    {
        let position = control.position().unwrap();
        assert_eq!(control as usize, index, "{id}");
        assert_eq!(control.id(), id);
        assert_eq!(control.section(), section, "{id}");
        assert_eq!(control.title(), title);
        assert_eq!(control.answer(), answer, "{id}");
        assert_eq!(control.notes(), notes, "{id}");
        assert_eq!(control.documentation(), None, "{id}");
        assert_eq!((position.line, position.column), (line, 3), "{id}");
        assert_eq!(format!("{position:>6}"), format!("  {line}:3"), "{id}");
        assert_eq!(AzureBackup::from_id(id), Some(control));
    }
}

#[test]
fn the_data_says_the_same() {
    assert_eq!(AzureBackup::CATALOG.records.len(), ROWS.len());
    for (record, (control, id, section, title, answer, notes, _)) in
        AzureBackup::CATALOG.records.iter().zip(ROWS)
    {
        assert_eq!(record, control.record());
        assert_eq!((record.name, record.id), (&*format!("{control:?}"), id));
        assert_eq!((record.section, record.title), (section.title(), title));
        assert_eq!((record.answer, record.notes), (Some(answer), notes));
        assert_eq!(
            (record.links, record.position),
            (control.links(), control.position())
        );
        assert!(record.formerly.is_empty());
    }
}

#[test]
fn links_are_those_in_the_notes() {
    let links: Vec<_> = AzureBackup::ALL
        .iter()
        .flat_map(|control| {
            control
                .links()
                .iter()
                .map(|link| (*control, link.text, link.target, link.url.unwrap_or("")))
        })
        .collect();
    assert_eq!(
        links,
        [
            (
                AzureBackup::AzureMonitoring,
                "Monitor Azure Backup protected workloads using Log Analytics",
                "https://azure.microsoft.com/blog/monitor-all-azure-backup-protected-workloads-using-log-analytics/",
                "https://azure.microsoft.com/blog/monitor-all-azure-backup-protected-workloads-using-log-analytics/",
            ),
            (
                AzureBackup::Authorization,
                "Use Role-Based Access Control to manage Azure Backup recovery points",
                "/azure/backup/backup-rbac-rs-vault",
                "https://learn.microsoft.com/azure/backup/backup-rbac-rs-vault",
            ),
        ]
    );
}

#[test]
fn sections_are_the_headings_of_the_article() {
    let sections: Vec<_> = AzureBackupSection::ALL
        .iter()
        .map(|section| (section.title(), section.controls().len()))
        .collect();
    assert_eq!(
        sections,
        [
            ("Network", 4),
            ("Monitoring & logging", 3),
            ("Identity", 2),
            ("Data protection", 5),
            ("Configuration management", 1),
        ]
    );
    for section in AzureBackupSection::ALL {
        assert!(
            section
                .controls()
                .iter()
                .all(|control| control.section() == *section)
        );
    }
}

#[test]
fn the_catalog_says_where_it_comes_from() {
    let catalog = AzureBackup::CATALOG;
    assert_eq!((catalog.name, catalog.heading), ("AzureBackup", None));
    assert_eq!(catalog.document, Some("../document/security-controls.md"));
    assert_eq!(
        catalog.published,
        Some("https://learn.microsoft.com/azure/backup/backup-security-controls")
    );
    assert_eq!(catalog.date, Some("2019-09-23"));
}
