//! Of a corpus in parts: does an answer wait for some, and how far are all kept on this machine?

/// See the module.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fetching {
    /// Whether an answer waits.
    pub waits: bool,
    /// How far the parts are kept, for reading without a network.
    pub kept: Keeping,
}

/// How far the parts of the corpus are kept on this machine.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Keeping {
    /// Nobody asked for it, or it was stopped.
    #[default]
    Idle,
    /// So many parts of so many.
    Some(u32, u32),
    /// All of them.
    All,
    /// Why they are not.
    Failed(String),
}
