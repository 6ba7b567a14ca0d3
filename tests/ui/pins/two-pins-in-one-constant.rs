use controls_azure_backup::AzureBackup;
use controls_core::Answer;

const REVIEWED: () = {
    AzureBackup::Authentication.assert_answer(Answer::Yes);
    AzureBackup::ColumnLevelEncryption.assert_answer(Answer::Yes);
};

fn main() {
    REVIEWED
}
