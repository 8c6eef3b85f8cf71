//! A module written again with other numbers for its functions.

use std::convert::Infallible;

use wasm_encoder::reencode::{self, Reencode};
use wasm_encoder::{
    CodeSection, CustomSection, DataCountSection, DataSection, ElementSection, ExportSection, FunctionSection,
    GlobalSection, ImportSection, MemorySection, Module, StartSection, TableSection, TagSection, TypeSection,
};
use wasmparser::{FunctionBody, Parser, Payload, TypeRef};

/// What is wrong with a module.
pub type Error = reencode::Error;

/// A module's own functions, numbered from 0 in the order in which they stand.
pub struct Functions<'m> {
    module: &'m [u8],
    /// How many functions the module imports: they are numbered before its own.
    pub imported: u32,
    /// Of each function its type's number.
    pub types: Vec<u32>,
    /// Of each function what it does.
    pub bodies: Vec<FunctionBody<'m>>,
}

impl<'m> Functions<'m> {
    /// Finds the functions of a module.
    pub fn of(module: &'m [u8]) -> Result<Self, Error> {
        let (mut imported, mut types, mut bodies) = (0, Vec::new(), Vec::new());
        for payload in Parser::new(0).parse_all(module) {
            match payload? {
                Payload::ImportSection(section) => {
                    for import in section.into_imports() {
                        imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                    }
                }
                Payload::FunctionSection(section) => types = section.into_iter().collect::<Result<_, _>>()?,
                Payload::CodeSectionEntry(body) => bodies.push(body),
                _ => {}
            }
        }
        Ok(Self {
            module,
            imported,
            types,
            bodies,
        })
    }

    /// What function `n` does where each function `i` is called by the number of `instead[i]`.
    pub fn body(&self, n: usize, instead: &[usize]) -> Result<Vec<u8>, Error> {
        let places = instead.iter().map(|i| *i as u32).collect();
        let mut code = CodeSection::new();
        self.numbering(places)
            .parse_function_body(&mut code, self.bodies[n].clone())?;
        let mut bytes = Vec::new();
        wasm_encoder::Encode::encode(&code, &mut bytes);
        Ok(bytes)
    }

    /// The module with the functions of `order` alone and in that order. `instead` says of each function which one of `order`
    /// is called in its place, itself where it is there.
    pub fn write(&self, order: &[usize], instead: &[usize]) -> Result<Vec<u8>, Error> {
        let mut place = vec![0; self.bodies.len()];
        for (new, function) in order.iter().enumerate() {
            place[*function] = new as u32;
        }
        let mut numbering = self.numbering(instead.iter().map(|i| place[*i]).collect());
        let mut out = Module::new();
        /// Writes a section again, its functions by their new numbers.
        macro_rules! again {
            ($section:ident, $written:ident, $parse:ident) => {{
                let mut written = $written::new();
                numbering.$parse(&mut written, $section)?;
                out.section(&written);
            }};
        }
        for payload in Parser::new(0).parse_all(self.module) {
            match payload? {
                Payload::TypeSection(s) => again!(s, TypeSection, parse_type_section),
                Payload::ImportSection(s) => again!(s, ImportSection, parse_import_section),
                Payload::TableSection(s) => again!(s, TableSection, parse_table_section),
                Payload::MemorySection(s) => again!(s, MemorySection, parse_memory_section),
                Payload::TagSection(s) => again!(s, TagSection, parse_tag_section),
                Payload::GlobalSection(s) => again!(s, GlobalSection, parse_global_section),
                Payload::ExportSection(s) => again!(s, ExportSection, parse_export_section),
                Payload::ElementSection(s) => again!(s, ElementSection, parse_element_section),
                Payload::DataSection(s) => again!(s, DataSection, parse_data_section),
                Payload::FunctionSection(_) => {
                    let mut written = FunctionSection::new();
                    for function in order {
                        written.function(self.types[*function]);
                    }
                    out.section(&written);
                }
                Payload::CodeSectionStart { .. } => {
                    let mut written = CodeSection::new();
                    for function in order {
                        numbering.parse_function_body(&mut written, self.bodies[*function].clone())?;
                    }
                    out.section(&written);
                }
                Payload::StartSection { func, .. } => {
                    let function_index = numbering.function_index(func)?;
                    out.section(&StartSection { function_index });
                }
                Payload::DataCountSection { count, .. } => {
                    out.section(&DataCountSection { count });
                }
                Payload::CustomSection(section) => {
                    let (name, data) = (section.name().into(), section.data().into());
                    out.section(&CustomSection { name, data });
                }
                _ => {}
            }
        }
        Ok(out.finish())
    }

    fn numbering(&self, places: Vec<u32>) -> Numbering {
        Numbering {
            imported: self.imported,
            places,
        }
    }
}

/// The new numbers: imported functions keep theirs.
struct Numbering {
    imported: u32,
    places: Vec<u32>,
}

impl Reencode for Numbering {
    type Error = Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, Error> {
        Ok(match function.checked_sub(self.imported) {
            Some(own) => self.imported + self.places[own as usize],
            None => function,
        })
    }
}
