//! What has happened.

use controls_azure_backup::AzureBackup;
use controls_core::satisfies;

/// What has happened, in order.
#[satisfies(AzureBackup::AzureMonitoring)]
#[derive(Default)]
pub(crate) struct Log(Vec<String>);

impl Log {
    /// Adds what somebody did with the service.
    #[satisfies(AzureBackup::ControlAndManagementPlaneLogging)]
    pub(crate) fn action(&mut self, user: &str, action: &str) {
        self.0.push(format!("{user}: {action}"));
    }

    /// Adds what happened to data.
    #[satisfies(AzureBackup::DataPlaneLogging)]
    pub(crate) fn data(&mut self, size: usize) {
        self.0.push(format!("{size} bytes written"));
    }

    /// The lines, for whoever gathers them.
    pub(crate) fn lines(&self) -> &[String] {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use controls_core::verifies;

    use super::*;

    #[test]
    #[verifies(
        AzureBackup::AzureMonitoring,
        AzureBackup::ControlAndManagementPlaneLogging,
        AzureBackup::DataPlaneLogging
    )]
    fn everything_is_in_the_log() {
        let mut log = Log::default();
        log.action("operator", "back up");
        log.data(6);
        assert_eq!(log.lines(), ["operator: back up", "6 bytes written"]);
    }
}
