use controls_azure_backup::AzureBackup;

const _: () = AzureBackup::CATALOG.assert_fingerprint("00112233445566778899aabbccddeeff");

fn main() {}
