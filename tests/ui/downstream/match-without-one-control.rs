use controls_azure_backup::AzureBackup;

fn is_reviewed(control: AzureBackup) -> bool {
    match control {
        AzureBackup::ServiceEndpoint => false,
        AzureBackup::VnetInjection => true,
        AzureBackup::NetworkIsolation => false,
        AzureBackup::AzureMonitoring => false,
        AzureBackup::ControlAndManagementPlaneLogging => true,
        AzureBackup::DataPlaneLogging => false,
        AzureBackup::Authentication => true,
        AzureBackup::Authorization => false,
        AzureBackup::EncryptionAtRestMicrosoftManagedKeys => true,
        AzureBackup::EncryptionAtRestCustomerManagedKeys => false,
        AzureBackup::ColumnLevelEncryption => true,
        AzureBackup::EncryptionInTransit => false,
        AzureBackup::ApiCallsEncrypted => true,
        AzureBackup::ConfigurationManagement => false,
    }
}

fn main() {
    println!("{}", is_reviewed(AzureBackup::Authentication));
}
