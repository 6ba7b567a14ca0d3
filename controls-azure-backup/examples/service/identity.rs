//! Who somebody is, and what they may do.

use controls_azure_backup::AzureBackup;
use controls_core::satisfies;

/// What somebody shows to be let in.
pub(crate) struct Token {
    /// Whom it names.
    pub(crate) user: String,
    /// What they may do.
    pub(crate) role: Role,
    /// Whether the directory has signed it.
    pub(crate) is_signed: bool,
}

/// What somebody may do.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// Look.
    Reader,
    /// Back up as well.
    Contributor,
}

/// What is protected.
pub(crate) trait Access {
    /// Whether the token is one of the directory's.
    fn is_known(&self, token: &Token) -> bool;
    /// Whether its owner may back up.
    fn may_write(&self, token: &Token) -> bool;
}

/// Access as the directory grants it.
pub(crate) struct Directory;

impl Access for Directory {
    #[satisfies(AzureBackup::Authentication)]
    fn is_known(&self, token: &Token) -> bool {
        token.is_signed && !token.user.is_empty()
    }

    #[satisfies(AzureBackup::Authorization)]
    fn may_write(&self, token: &Token) -> bool {
        token.role == Role::Contributor
    }
}

#[cfg(test)]
mod tests {
    use controls_core::verifies;

    use super::*;

    fn token(role: Role, is_signed: bool) -> Token {
        Token {
            user: "somebody".to_owned(),
            role,
            is_signed,
        }
    }

    #[test]
    #[verifies(AzureBackup::Authentication)]
    fn a_stranger_is_turned_away() {
        assert!(!Directory.is_known(&token(Role::Contributor, false)));
        assert!(Directory.is_known(&token(Role::Reader, true)));
    }

    #[test]
    #[verifies(AzureBackup::Authorization)]
    fn a_reader_may_not_write() {
        assert!(!Directory.may_write(&token(Role::Reader, true)));
        assert!(Directory.may_write(&token(Role::Contributor, true)));
    }
}
