//! The security controls of Azure Backup, as a type.
//!
//! [`AzureBackup`] has a variant for each row of Microsoft's article *Security controls for Azure Backup* of 23 September
//! 2019, with what the row says. The crate compiles only while the two agree: the article is part of it, at
//! `document/security-controls.md`.
//!
//! ```
//! use controls_azure_backup::{Answer, AzureBackup};
//!
//! assert_eq!(AzureBackup::ForcedTunneling.title(), "Forced tunneling support");
//! assert_eq!(AzureBackup::ForcedTunneling.answer(), Answer::No);
//! assert_eq!(AzureBackup::ForcedTunneling.id(), "forced-tunneling");
//! ```
//!
//! The enum is exhaustive on purpose: a `match` that names each control stops compiling when a new edition of the
//! article adds one.
//!
//! Microsoft no longer publishes the article, so the catalog says what Microsoft said of Azure Backup then. The README of
//! this crate has the details.
//!
//! # Features
//!
//! This crate has none. What it gives with `serde`, `strum`, `enum-map`, `schemars` and `alloc` is turned on by these
//! features of `controls_core`, in the crate that needs it:
//!
//! ```toml
//! [dependencies]
//! controls-azure-backup = "0.1"
//! controls-core = { version = "0.1", features = ["serde"] }
//! ```
//!
//! # Licence
//!
//! The article is © Microsoft, licensed under [CC BY 4.0](https://creativecommons.org/licenses/by/4.0/), unchanged, from
//! [MicrosoftDocs/azure-docs](https://github.com/MicrosoftDocs/azure-docs). Titles, answers and notes are its words.

#![no_std]

#[doc(no_inline)]
pub use controls_core::{Answer, Control};

controls_core::controls! {
    /// The security controls built into Azure Backup.
    #[document = "../document/security-controls.md"]
    #[published = "https://learn.microsoft.com/azure/backup/backup-security-controls"]
    pub enum AzureBackup {
        Network = "Network" {
            ServiceEndpoint = "Service endpoint support" => No,
            VnetInjection = "VNet injection support" => No,
            NetworkIsolation = "Network isolation and firewalling support" => Yes {
                alias: ["firewall"],
                notes: "Forced tunneling is supported for VM backup. Forced tunneling is not supported for workloads running inside VMs.",
            },
            ForcedTunneling = "Forced tunneling support" => No,
        }
        MonitoringAndLogging = "Monitoring & logging" {
            AzureMonitoring = "Azure monitoring support (Log analytics, App insights, etc.)" => Yes {
                alias: ["Log Analytics", "App Insights"],
                notes: "Log Analytics is supported via resource logs. For more information, see [Monitor Azure Backup protected workloads using Log Analytics](https://azure.microsoft.com/blog/monitor-all-azure-backup-protected-workloads-using-log-analytics/).",
            },
            ControlAndManagementPlaneLogging = "Control and management plane logging and audit" => Yes {
                alias: ["activity log"],
                notes: "All customer triggered actions from the Azure portal are logged to activity logs.",
            },
            DataPlaneLogging = "Data plane logging and audit" => No {
                notes: "Azure Backup data plane can't be reached directly.",
            },
        }
        Identity = "Identity" {
            Authentication = "Authentication" => Yes {
                alias: ["Azure AD", "Entra ID"],
                notes: "Authentication is through Azure Active Directory.",
            },
            Authorization = "Authorization" => Yes {
                alias: ["RBAC"],
                notes: "Customer created and built-in RBAC roles are used. For more information, see [Use Role-Based Access Control to manage Azure Backup recovery points](/azure/backup/backup-rbac-rs-vault).",
            },
        }
        DataProtection = "Data protection" {
            EncryptionAtRestMicrosoftManagedKeys = "Server-side encryption at rest: Microsoft-managed keys" => Yes {
                alias: ["SSE", "PMK"],
                notes: "Using storage service encryption for storage accounts.",
            },
            EncryptionAtRestCustomerManagedKeys = "Server-side encryption at rest: customer-managed keys (BYOK)" => No { alias: ["BYOK", "CMK"] },
            ColumnLevelEncryption = "Column level encryption (Azure Data Services)" => No,
            EncryptionInTransit = "Encryption in transit (such as ExpressRoute encryption, in VNet encryption, and VNet-VNet encryption)" => No {
                alias: ["TLS"],
                notes: "Using HTTPS.",
            },
            ApiCallsEncrypted = "API calls encrypted" => Yes,
        }
        ConfigurationManagement = "Configuration management" {
            ConfigurationManagement = "Configuration management support (versioning of configuration, etc.)" => Yes,
        }
    }
}
