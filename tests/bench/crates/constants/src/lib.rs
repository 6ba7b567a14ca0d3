//! What a constant control says, and the same as literals, for their machine code to be compared. The functions have the
//! same names in both builds.

use controls_azure_backup::AzureBackup;
use controls_core::Answer;

const CONTROL: AzureBackup = AzureBackup::ForcedTunneling;

#[cfg(feature = "literal")]
mod said {
    use super::*;
    pub(super) const ANSWER: Answer = Answer::No;
    pub(super) const TITLE: &str = "Forced tunneling support";
}

#[cfg(not(feature = "literal"))]
mod said {
    use super::*;
    pub(super) const ANSWER: Answer = CONTROL.answer();
    pub(super) const TITLE: &str = CONTROL.title();
}

#[unsafe(no_mangle)]
pub fn answer_in_a_constant() -> Answer {
    said::ANSWER
}

#[unsafe(no_mangle)]
pub fn title_in_a_constant() -> &'static str {
    said::TITLE
}

#[unsafe(no_mangle)]
pub fn decision_by_a_constant() -> u32 {
    if matches!(said::ANSWER, Answer::No) {
        3
    } else {
        4
    }
}

#[unsafe(no_mangle)]
pub fn answer_by_a_call() -> Answer {
    if cfg!(feature = "literal") {
        Answer::No
    } else {
        CONTROL.answer()
    }
}

#[unsafe(no_mangle)]
pub fn title_by_a_call() -> &'static str {
    if cfg!(feature = "literal") {
        "Forced tunneling support"
    } else {
        CONTROL.title()
    }
}
