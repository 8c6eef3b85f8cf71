//! `cargo xtask growth` runs this once for building and once for opening each size, and once for drawing.
//!
//! ```text
//! growth build FOLDER SIZE ARTICLES     FOLDER/SIZE.pack, its questions, and what building cost
//! growth open FOLDER SIZE               what opening and asking cost
//! growth draw FOLDER SIZES COMMAND OUT  OUT/growth.svg and OUT/growth.md
//! ```

use std::fs;
use std::path::{Path, PathBuf};

use dateline_tests::growth::{Row, build, markdown, open, svg};
use dateline_tests::load;

fn main() -> Result<(), String> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match args[..] {
        ["build", folder, size, articles] => {
            let given = load::read_file(Path::new(articles));
            let built = build(
                given,
                number(size)?,
                &file(folder, size, "pack"),
                &file(folder, size, "questions"),
            );
            save(&file(folder, size, "built"), &to_json(&built)?)
        }
        ["open", folder, size] => {
            let opened = open(&file(folder, size, "pack"), &file(folder, size, "questions"));
            save(&file(folder, size, "opened"), &to_json(&opened)?)
        }
        ["draw", folder, sizes, command, out] => {
            let rows = sizes
                .split(',')
                .map(|size| row(folder, size))
                .collect::<Result<Vec<_>, _>>()?;
            save(&Path::new(out).join("growth.svg"), &svg(&rows))?;
            save(&Path::new(out).join("growth.md"), &markdown(&rows, command))
        }
        _ => Err("run by `cargo xtask growth`".into()),
    }
}

fn number(size: &str) -> Result<usize, String> {
    size.parse().map_err(|_| format!("{size}: expected a number"))
}

fn file(folder: &str, size: &str, kind: &str) -> PathBuf {
    Path::new(folder).join(format!("{size}.{kind}"))
}

fn row(folder: &str, size: &str) -> Result<Row, String> {
    let text = |kind| fs::read_to_string(file(folder, size, kind)).map_err(|e| format!("{size}.{kind}: {e}"));
    Ok(Row {
        built: serde_json::from_str(&text("built")?).map_err(|e| e.to_string())?,
        opened: serde_json::from_str(&text("opened")?).map_err(|e| e.to_string())?,
    })
}

fn to_json(value: &impl serde::Serialize) -> Result<String, String> {
    serde_json::to_string(value).map_err(|e| e.to_string())
}

fn save(path: &Path, text: &str) -> Result<(), String> {
    fs::write(path, text).map_err(|e| format!("{}: {e}", path.display()))
}
