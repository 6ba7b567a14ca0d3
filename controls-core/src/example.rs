//! What [`controls!`](crate::controls!) makes, for you to look at. **Not part of the API**: this module is only in the
//! documentation, and can't be imported.
//!
//! [`Service`] and [`ServiceSection`] are made of this definition:
//!
//! ```
//! controls_core::controls! {
//!     /// What a small service does for security.
//!     #[published = "https://learn.example/service/security-controls"]
//!     pub enum Service {
//!         Network = "Network" {
//!             ServiceEndpoint = "Service endpoint support" => No,
//!             NetworkIsolation = "Network isolation support" => "Yes (Premium tier only)" { alias: ["firewall"] },
//!         }
//!         Identity = "Identity" {
//!             /// Words of the author go before those of the document.
//!             Authentication = "Authentication" => Yes { notes: "Through a directory: see [Sign in](./sign-in.md)." },
//!         }
//!     }
//! }
//! ```
//!
//! A catalog with a document, such as `controls_azure_backup::AzureBackup`, also says of each control in which line of
//! the document its row is.

crate::controls! {
    /// What a small service does for security.
    #[published = "https://learn.example/service/security-controls"]
    pub enum Service {
        Network = "Network" {
            ServiceEndpoint = "Service endpoint support" => No,
            NetworkIsolation = "Network isolation support" => "Yes (Premium tier only)" { alias: ["firewall"] },
        }
        Identity = "Identity" {
            /// Words of the author go before those of the document.
            Authentication = "Authentication" => Yes { notes: "Through a directory: see [Sign in](./sign-in.md)." },
        }
    }
}
