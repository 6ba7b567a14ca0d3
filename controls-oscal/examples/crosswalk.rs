//! Writes a crosswalk and its two catalogs as documents of OSCAL: `cargo run --example crosswalk FOLDER`.

use std::{env, error::Error, fs, path::Path};

use controls_azure_backup::AzureBackup;
use controls_oscal::{Format, OwnedCatalog, mapping_collection};

controls_core::controls! {
    /// A small framework.
    pub enum Example {
        Network = "Network" {
            Boundary = "Boundaries are protected" { label: "NW-1" },
            Isolation = "Networks are isolated" { label: "NW-2" },
        }
        Records = "Records" {
            Audit = "Events are recorded" { label: "RE-1" },
            Training = "People are trained" { label: "RE-2" },
        }
    }
}

controls_core::crosswalk! {
    /// What Azure Backup contributes.
    pub struct AzureBackupToExample: AzureBackup => Example {
        ServiceEndpoint => [IntersectsWith(Boundary)],
        VnetInjection => [],
        NetworkIsolation => [SubsetOf(Boundary), EquivalentTo(Isolation)],
        ForcedTunneling => [],
        AzureMonitoring => [IntersectsWith(Audit)],
        ControlAndManagementPlaneLogging => [SubsetOf(Audit)],
        DataPlaneLogging => [SubsetOf(Audit)],
        Authentication => [],
        Authorization => [],
        EncryptionAtRestMicrosoftManagedKeys => [],
        EncryptionAtRestCustomerManagedKeys => [],
        ColumnLevelEncryption => [],
        EncryptionInTransit => [],
        ApiCallsEncrypted => [],
        ConfigurationManagement => [],
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let folder = env::args().nth(1).ok_or("expected a folder")?;
    let folder = Path::new(&folder);
    for catalog in [AzureBackup::CATALOG, Example::CATALOG] {
        let catalog = OwnedCatalog::from(catalog);
        let file = folder.join(catalog.file_name(Format::OscalCatalog));
        fs::write(file, catalog.export(Format::OscalCatalog)?)?;
    }
    let mapping = mapping_collection(AzureBackupToExample::CROSSWALK)?;
    fs::write(
        folder.join("AzureBackupToExample.oscal-mapping.json"),
        mapping,
    )?;
    Ok(())
}
