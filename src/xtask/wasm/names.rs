//! What a module and its glue call what they share: as short as can be.
//!
//! wasm-bindgen names every function that it lends to a module after itself and a hash of 16 digits, once in the module
//! and once in the script, and what it takes back by Rust's mangled names. Nobody reads them, and hashes do not
//! compress: short names make the page 5 kB smaller by Brotli.

use std::collections::HashMap;

use wasm_encoder::{EntityType, ExportKind, ExportSection, ImportSection, Module, RawSection};
use wasmparser::{ExternalKind, Parser, Payload, TypeRef};

/// The name of the one module that imports come from.
const MODULE: &str = "a";

/// The module and its script with short names for imports and for exports by mangled names.
///
/// # Errors
/// Where the module is none, or the script does not have a name of it.
pub fn shorten(module: &[u8], script: &str) -> Result<(Vec<u8>, String), String> {
    let failed = |error: &dyn std::fmt::Display| format!("the names of the module that wasm-bindgen wrote: {error}");
    let mut names = Names::default();
    let mut out = Module::new();
    for payload in Parser::new(0).parse_all(module) {
        let payload = payload.map_err(|e| failed(&e))?;
        match payload {
            Payload::ImportSection(section) => {
                let mut imports = ImportSection::new();
                for import in section.into_imports() {
                    let import = import.map_err(|e| failed(&e))?;
                    let TypeRef::Func(function) = import.ty else {
                        return Err(failed(&"an import that is no function"));
                    };
                    names.module(import.module).map_err(|e| failed(&e))?;
                    imports.import(MODULE, names.short(import.name), EntityType::Function(function));
                }
                out.section(&imports);
            }
            Payload::ExportSection(section) => {
                let mut exports = ExportSection::new();
                for export in section {
                    let export = export.map_err(|e| failed(&e))?;
                    let kind = match export.kind {
                        ExternalKind::Table => ExportKind::Table,
                        ExternalKind::Memory => ExportKind::Memory,
                        ExternalKind::Global => ExportKind::Global,
                        ExternalKind::Func => ExportKind::Func,
                        other => return Err(failed(&format!("an export of another kind: {other:?}"))),
                    };
                    let name = match export.name.starts_with("_R") {
                        true => names.short(export.name),
                        false => export.name,
                    };
                    exports.export(name, kind, export.index);
                }
                out.section(&exports);
            }
            other => {
                if let Some((id, range)) = other.as_section() {
                    let data = &module[range];
                    out.section(&RawSection { id, data });
                }
            }
        }
    }
    let script = names.rename(script).map_err(|e| failed(&e))?;
    Ok((out.finish(), script))
}

/// Short names for long ones.
#[derive(Default)]
struct Names<'m> {
    module: Option<&'m str>,
    numbers: HashMap<&'m str, String>,
}

impl<'m> Names<'m> {
    fn module(&mut self, name: &'m str) -> Result<(), String> {
        match *self.module.get_or_insert(name) == name {
            true => Ok(()),
            false => Err(format!("imports from a second module, {name}")),
        }
    }

    fn short(&mut self, long: &'m str) -> &str {
        let number = self.numbers.len();
        self.numbers.entry(long).or_insert_with(|| letters(number))
    }

    /// The script with all long names replaced where they stand as words.
    fn rename(&self, script: &str) -> Result<String, String> {
        let mut out = String::with_capacity(script.len());
        let mut missing: HashMap<&str, ()> = self.numbers.keys().map(|name| (*name, ())).collect();
        let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '$';
        let mut rest = script;
        while !rest.is_empty() {
            let word = rest.find(|c| !is_word(c)).unwrap_or(rest.len());
            let (word, after) = rest.split_at(word);
            missing.remove(word);
            out.push_str(self.numbers.get(word).map_or(word, String::as_str));
            let other = after.find(is_word).unwrap_or(after.len());
            out.push_str(&after[..other]);
            rest = &after[other..];
        }
        if let Some(name) = missing.into_keys().min() {
            return Err(format!("the script does not have {name}"));
        }
        match self.module.map(|module| format!("\"{module}\"")) {
            Some(module) if !out.contains(&module) => Err(format!("the script does not have {module}")),
            Some(module) => Ok(out.replace(&module, &format!("\"{MODULE}\""))),
            None => Ok(out),
        }
    }
}

/// `a` to `z`, `aa`, `ab` ….
pub fn letters(number: usize) -> String {
    let last = char::from(b'a' + (number % 26) as u8);
    match number / 26 {
        0 => last.into(),
        before => letters(before - 1) + &last.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{CodeSection, Function, FunctionSection, TypeSection};

    use super::*;

    fn module() -> Vec<u8> {
        let (mut types, mut imports, mut functions) =
            (TypeSection::new(), ImportSection::new(), FunctionSection::new());
        let (mut exports, mut code) = (ExportSection::new(), CodeSection::new());
        types.ty().function([], []);
        for name in ["__wbg_one_0123", "__wbg_two_4567"] {
            imports.import("./bg.js", name, EntityType::Function(0));
        }
        functions.function(0);
        exports.export("_RNvlong", ExportKind::Func, 2);
        exports.export("answer", ExportKind::Func, 2);
        let mut function = Function::new([]);
        function.instructions().call(1).end();
        code.function(&function);
        let mut out = Module::new();
        out.section(&types).section(&imports).section(&functions);
        out.section(&exports).section(&code);
        out.finish()
    }

    #[test]
    fn both_sides_change_alike() {
        let script = "({\"./bg.js\": {__wbg_one_0123: f, __wbg_two_4567: g}}, wasm._RNvlong, wasm.answer, __wbg_one)";
        let (short, script) = shorten(&module(), script).unwrap();
        assert_eq!(script, "({\"a\": {a: f, b: g}}, wasm.c, wasm.answer, __wbg_one)");
        let names: Vec<String> = Parser::new(0)
            .parse_all(&short)
            .flat_map(|payload| match payload.unwrap() {
                Payload::ImportSection(s) => s.into_imports().map(|i| i.unwrap().name.to_owned()).collect(),
                Payload::ExportSection(s) => s.into_iter().map(|e| e.unwrap().name.to_owned()).collect(),
                _ => Vec::new(),
            })
            .collect();
        assert_eq!(names, ["a", "b", "c", "answer"]);
    }

    #[test]
    fn a_script_of_another_module_is_refused() {
        let error = shorten(&module(), "({\"./bg.js\": {__wbg_one_0123: f}}, wasm._RNvlong)").unwrap_err();
        assert!(error.contains("__wbg_two_4567"), "{error}");
    }

    #[test]
    fn names_never_run_out() {
        let names: Vec<String> = [0, 25, 26, 51, 52, 701, 702].map(letters).into();
        assert_eq!(names, ["a", "z", "aa", "az", "ba", "zz", "aaa"]);
    }
}
