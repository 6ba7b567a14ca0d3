use controls_azure_backup::AzureBackup;
use controls_core::Answer;

const _: () = AzureBackup::ForcedTunneling.assert_answer(Answer::No);
const _: () = AzureBackup::ForcedTunneling.assert_answer(Answer::Yes);

fn main() {}
