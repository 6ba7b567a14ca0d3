//! What a catalog in OSCAL gives a control besides what a row says.

/// What a catalog in OSCAL gives a control besides what a row says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Given {
    /// What has become of it, if it has been withdrawn: `moved to AC-2(1)`.
    pub withdrawn: Option<String>,
    /// The name of its variant: of one that has been exported.
    pub name: Option<String>,
    /// Its id in data: of one that has been exported.
    pub id: Option<String>,
    /// Its earlier ids and titles.
    pub formerly: Vec<String>,
    /// What people search for.
    pub alias: Vec<String>,
}
