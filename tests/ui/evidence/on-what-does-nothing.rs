use controls_azure_backup::AzureBackup;
use controls_core::{satisfies, verifies};

#[satisfies(AzureBackup::Authorization)]
use std::fmt as _;

#[satisfies(AzureBackup::Authorization)]
pub extern crate core as _;

#[verifies(AzureBackup::Authorization)]
unsafe extern "C" {}

fn main() {}
