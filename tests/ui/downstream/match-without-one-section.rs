use controls_azure_backup::AzureBackupSection;

fn is_reviewed(section: AzureBackupSection) -> bool {
    match section {
        AzureBackupSection::Network | AzureBackupSection::MonitoringAndLogging | AzureBackupSection::Identity => true,
        AzureBackupSection::ConfigurationManagement => false,
    }
}

fn main() {
    println!("{}", is_reviewed(AzureBackupSection::Identity));
}
