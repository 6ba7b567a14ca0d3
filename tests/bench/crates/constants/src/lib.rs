//! What a control that is a constant says, and the same as literals, for their machine code to be compared; and functions
//! with evidence, and the same without. The functions have the same names in both builds.

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

#[cfg_attr(
    not(feature = "literal"),
    controls_core::satisfies(
        AzureBackup::Authorization,
        reviewed = "22b045c0a5e33d18bd50d221906e8ef6"
    )
)]
#[unsafe(no_mangle)]
pub fn attribute_with_evidence(users: &[u64], user: u64) -> usize {
    users.iter().filter(|known| **known == user).count()
}

#[unsafe(no_mangle)]
pub fn statement_with_evidence(ports: &[u16]) -> u32 {
    let mut sum = 0;
    for port in ports {
        #[cfg(not(feature = "literal"))]
        {
            controls_core::evidence::satisfies!(AzureBackup::NetworkIsolation);
            controls_core::waived!(
                AzureBackup::VnetInjection,
                reason = "there is no network",
                until = "2027-03-31"
            );
        }
        sum += u32::from(*port);
    }
    sum
}
