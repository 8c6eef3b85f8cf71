//! The page: a yew frontend over the engine in a worker.
