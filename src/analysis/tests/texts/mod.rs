//! Gold texts of our own, read.

use std::path::Path;

use dateline_analysis::score::Gold;

/// The texts of a file of `gold/`.
pub fn gold(file: &str) -> Vec<Gold> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold").join(file);
    let text = std::fs::read_to_string(&file).expect("the gold texts are beside this test");
    let lines = text.lines().enumerate();
    lines
        .map(|(i, line)| serde_json::from_str(line).unwrap_or_else(|error| panic!("line {}: {error}", i + 1)))
        .collect()
}
