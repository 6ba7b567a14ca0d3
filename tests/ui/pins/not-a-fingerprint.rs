use controls_azure_backup::AzureBackup;

const _: () = AzureBackup::ForcedTunneling.assert_fingerprint("ad4ef7bc");
const _: () = AzureBackup::CATALOG.assert_fingerprint("");

fn main() {}
