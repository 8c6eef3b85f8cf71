//! Functions that do the same become one. The compiler leaves some hundred of them: the same source for types that
//! differ in name only, once each. By brotli they are 0.7 % of the page.

use std::collections::HashMap;

use super::functions::{Error, Functions};

/// The module with each of its functions once. Addresses of functions that did the same become equal.
pub fn merge(module: &[u8]) -> Result<Vec<u8>, Error> {
    let functions = Functions::of(module)?;
    let mut instead: Vec<usize> = (0..functions.bodies.len()).collect();
    // Callers of functions that have become one may do the same now.
    loop {
        let mut first: HashMap<(u32, Vec<u8>), usize> = HashMap::new();
        let mut next = Vec::new();
        for (n, of_type) in functions.types.iter().enumerate() {
            let body = functions.body(n, &instead)?;
            next.push(*first.entry((*of_type, body)).or_insert(n));
        }
        if next == instead {
            break;
        }
        instead = next;
    }
    let order: Vec<usize> = (0..instead.len()).filter(|n| instead[*n] == *n).collect();
    functions.write(&order, &instead)
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{
        CodeSection, ExportKind, ExportSection, Function, FunctionSection, Module, TypeSection, ValType,
    };
    use wasmparser::{Operator, Parser, Payload};

    use super::*;

    /// Functions that each call another or, where they name none, give a number; exported by their places.
    fn module(functions: &[Result<u32, i32>]) -> Vec<u8> {
        let (mut types, mut kinds) = (TypeSection::new(), FunctionSection::new());
        let (mut exports, mut code) = (ExportSection::new(), CodeSection::new());
        types.ty().function([], [ValType::I32]);
        for (n, does) in functions.iter().enumerate() {
            kinds.function(0);
            exports.export(&n.to_string(), ExportKind::Func, n as u32);
            let mut function = Function::new([]);
            match does {
                Ok(called) => function.instructions().call(*called).end(),
                Err(number) => function.instructions().i32_const(*number).end(),
            };
            code.function(&function);
        }
        let mut out = Module::new();
        out.section(&types).section(&kinds).section(&exports).section(&code);
        out.finish()
    }

    /// What each exported function gives in the end, and how many functions there are.
    fn gives(module: &[u8]) -> (Vec<i32>, usize) {
        let functions = Functions::of(module).unwrap();
        let mut exports = Vec::new();
        for payload in Parser::new(0).parse_all(module) {
            if let Payload::ExportSection(section) = payload.unwrap() {
                exports.extend(section.into_iter().map(|export| export.unwrap().index));
            }
        }
        let follow = |mut at: u32| loop {
            match functions.bodies[at as usize]
                .get_operators_reader()
                .unwrap()
                .read()
                .unwrap()
            {
                Operator::Call { function_index } => at = function_index,
                Operator::I32Const { value } => return value,
                other => panic!("{other:?}"),
            }
        };
        (exports.into_iter().map(follow).collect(), functions.bodies.len())
    }

    #[test]
    fn those_that_do_the_same_become_one_and_so_do_their_callers() {
        let before = module(&[Err(1), Err(2), Err(1), Ok(0), Ok(2), Ok(1), Ok(4), Ok(3)]);
        let (numbers, count) = gives(&before);
        assert_eq!(count, 8);
        assert_eq!(gives(&merge(&before).unwrap()), (numbers, 5));
    }

    #[test]
    fn what_is_no_module_is_refused() {
        assert!(merge(b"\0asm????").is_err());
    }
}
