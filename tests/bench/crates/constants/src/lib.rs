//! What a control that is a constant says, and the same as literals, for their machine code to be compared. The functions
//! have the same names in both builds.

use controls_azure_backup::{Answer, AzureBackup};

const CONTROL: AzureBackup = AzureBackup::ForcedTunneling;

#[unsafe(no_mangle)]
pub fn answer_of_a_constant() -> Answer {
    if cfg!(feature = "literal") {
        Answer::No
    } else {
        CONTROL.answer()
    }
}

#[unsafe(no_mangle)]
pub fn title_of_a_constant() -> &'static str {
    if cfg!(feature = "literal") {
        "Forced tunneling support"
    } else {
        CONTROL.title()
    }
}
