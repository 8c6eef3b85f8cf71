//! Builds, serves, tests and packages the project.
fn main() {}
