//! What is a command of Snowball's language, as one or more of those that are run?

use std::cmp::Reverse;

use dateline_corpus::pack::put_varint;
use dateline_corpus::text::stemmer::{command, value};

use super::read::{Node, Reader, put_body};
use super::tokens::Token;

impl Reader {
    fn body_of(&mut self, code: u8) -> Result<Vec<Node>, String> {
        Ok(vec![Node::Of(code, vec![self.command()?])])
    }

    /// One command; several where they stand in brackets.
    pub fn command(&mut self) -> Result<Vec<Node>, String> {
        let bytes = |bytes: Vec<u8>| Ok(vec![Node::Bytes(bytes)]);
        match self.take()? {
            Token::Sign("(") => self.list(),
            Token::Sign("[") => bytes(vec![command::LEFT]),
            Token::Sign("]") => bytes(vec![command::RIGHT]),
            Token::Sign("<-") => {
                let string = self.string()?;
                bytes([vec![command::REPLACE], string].concat())
            }
            Token::Sign("<+") => {
                let string = self.string()?;
                bytes([vec![command::INSERT], string].concat())
            }
            Token::Sign("->") => {
                let name = self.name()?;
                match self.string.as_ref() == Some(&name) {
                    true => bytes(vec![command::TAKE]),
                    false => Err(format!("no string: {name}")),
                }
            }
            Token::Sign("$") => self.numbers(),
            Token::Text(text) => bytes([vec![command::IS], literal(&text)].concat()),
            Token::Name(name) => self.named(&name),
            other => Err(format!("a command expected, not {other:?}")),
        }
    }

    fn named(&mut self, name: &str) -> Result<Vec<Node>, String> {
        let bytes = |bytes: Vec<u8>| Ok(vec![Node::Bytes(bytes)]);
        match name {
            "not" => self.body_of(command::NOT),
            "do" => self.body_of(command::DO),
            "try" => self.body_of(command::TRY),
            "test" => self.body_of(command::TEST),
            "fail" => self.body_of(command::FAIL),
            "goto" => self.body_of(command::GO_TO),
            "gopast" => self.body_of(command::GO_PAST),
            "repeat" => self.body_of(command::REPEAT),
            "backwards" => self.body_of(command::BACKWARDS),
            "setlimit" => {
                let to = self.command()?;
                if self.name()? != "for" {
                    return Err("for expected".into());
                }
                let body = self.command()?;
                Ok(vec![Node::Of(command::LIMITED, vec![to, body])])
            }
            "loop" | "atleast" => {
                let Token::Number(times @ 1..=4) = self.take()? else {
                    return Err("a small number expected".into());
                };
                // So often, and then maybe as often as it can be done.
                let from = self.at;
                let mut again = || {
                    self.at = from;
                    self.command()
                };
                let mut all = Vec::new();
                for _ in 0..times {
                    all.extend(again()?);
                }
                if name == "atleast" {
                    all.push(Node::Of(command::REPEAT, vec![again()?]));
                }
                Ok(all)
            }
            "hop" => {
                let times = self.value()?;
                bytes([vec![command::HOP], times].concat())
            }
            "next" => bytes(vec![command::HOP, value::NUMBER, 1]),
            "delete" => bytes(vec![command::REPLACE, 0]),
            "insert" | "attach" => {
                let code = if name == "insert" {
                    command::INSERT
                } else {
                    command::ATTACH
                };
                let string = self.string()?;
                bytes([vec![code], string].concat())
            }
            "set" | "unset" => {
                let variable = self.variable()?;
                bytes(vec![command::SET, variable, value::NUMBER, u8::from(name == "set")])
            }
            "setmark" => {
                let variable = self.variable()?;
                bytes(vec![command::SET, variable, value::CURSOR])
            }
            "atlimit" => bytes(vec![command::EQUAL, value::CURSOR, value::EDGE]),
            "tolimit" => bytes(vec![command::GO, value::EDGE]),
            "atmark" => {
                let place = self.value()?;
                bytes([vec![command::EQUAL, value::CURSOR], place].concat())
            }
            "tomark" => {
                let place = self.value()?;
                bytes([vec![command::GO], place].concat())
            }
            "true" => Ok(Vec::new()),
            "false" => Ok(vec![Node::Of(command::FAIL, vec![Vec::new()])]),
            "substring" => {
                let search = self.searches.len();
                self.searches.push(Vec::new());
                self.pending = Some(search);
                Ok(vec![Node::Search(search)])
            }
            "among" => self.among(),
            "non" => {
                self.accept("-");
                let group = self.name()?;
                let group = self.groups.get(&group).ok_or_else(|| format!("no group: {group}"))?;
                bytes(vec![command::OUT, *group as u8])
            }
            _ => {
                if let Some(group) = self.groups.get(name) {
                    bytes(vec![command::IN, *group as u8])
                } else if let Some(routine) = self.routines.get(name) {
                    bytes(vec![command::CALL, *routine as u8])
                } else if let Some(variable) = self.numbers.get(name) {
                    bytes(vec![command::EQUAL, value::VARIABLE, *variable as u8, value::NUMBER, 1])
                } else if self.string.as_deref() == Some(name) {
                    bytes(vec![command::IS, 1])
                } else {
                    Err(format!("not known: {name}"))
                }
            }
        }
    }

    /// What stands in brackets behind `among`: strings, and the commands for those before them.
    fn among(&mut self) -> Result<Vec<Node>, String> {
        self.expect("(")?;
        let mut strings: Vec<(String, u32, u32)> = Vec::new();
        let mut cases: Vec<Vec<Node>> = Vec::new();
        // Those whose commands have not come yet.
        let mut first = 0;
        let search = self.pending.take();
        // What comes before the first string is for all of them.
        let of_all = if self.accept("(") { self.list()? } else { Vec::new() };
        loop {
            match self.take()? {
                Token::Sign(")") => break,
                Token::Text(text) => {
                    let routine = match self.peek() {
                        Some(Token::Name(name)) => {
                            let routine = self.routines.get(name).ok_or_else(|| format!("no routine: {name}"))?;
                            *routine as u32 + 1
                        }
                        _ => 0,
                    };
                    self.at += usize::from(routine > 0);
                    strings.push((text, 0, routine));
                }
                Token::Sign("(") if !strings.is_empty() => {
                    let case = self.list()?;
                    if !case.is_empty() {
                        cases.push(case);
                        strings[first..].iter_mut().for_each(|s| s.1 = cases.len() as u32);
                    }
                    first = strings.len();
                }
                other => return Err(format!("not known in among: {other:?}")),
            }
        }
        strings.sort_by(|a, b| (Reverse(a.0.len()), &a.0).cmp(&(Reverse(b.0.len()), &b.0)));
        let mut stored = vec![command::SEARCH];
        put_varint(&mut stored, strings.len() as u32);
        for (string, case, routine) in strings {
            put_body(&mut stored, string.as_bytes());
            put_varint(&mut stored, case);
            put_varint(&mut stored, routine);
        }
        let mut nodes = Vec::new();
        let search = search.unwrap_or_else(|| {
            self.searches.push(Vec::new());
            nodes.push(Node::Search(self.searches.len() - 1));
            self.searches.len() - 1
        });
        self.searches[search] = stored;
        nodes.extend(of_all);
        if !cases.is_empty() {
            nodes.push(Node::Of(command::CASES, cases));
        }
        Ok(nodes)
    }

    /// A string, or what a variable holds.
    fn string(&mut self) -> Result<Vec<u8>, String> {
        match self.take()? {
            Token::Text(text) => Ok(literal(&text)),
            Token::Name(name) => match self.string.as_ref() == Some(&name) {
                true => Ok(vec![1]),
                false => Err(format!("no string: {name}")),
            },
            other => Err(format!("a string expected, not {other:?}")),
        }
    }

    fn variable(&mut self) -> Result<u8, String> {
        let name = self.name()?;
        let variable = self.numbers.get(&name).ok_or_else(|| format!("no number: {name}"))?;
        Ok(*variable as u8)
    }

    /// What follows `$`: a number is set, or two are compared.
    fn numbers(&mut self) -> Result<Vec<Node>, String> {
        let in_brackets = self.accept("(");
        let left = self.value()?;
        let Token::Sign(sign) = self.take()? else {
            return Err("a sign expected behind a number".into());
        };
        let right = self.value()?;
        if in_brackets {
            self.expect(")")?;
        }
        let compare = |code: u8, a: &[u8], b: &[u8]| Node::Bytes([&[code], a, b].concat());
        let set = |to: Vec<u8>| match left.as_slice() {
            [value::VARIABLE, variable] => Ok(Node::Bytes([vec![command::SET, *variable], to].concat())),
            _ => Err(String::from("a variable expected")),
        };
        let node = match sign {
            "=" => set(right)?,
            "+=" => set([vec![value::SUM], left.clone(), right].concat())?,
            "-=" => set([vec![value::DIFFERENCE], left.clone(), right].concat())?,
            "==" => compare(command::EQUAL, &left, &right),
            "!=" => Node::Of(command::NOT, vec![vec![compare(command::EQUAL, &left, &right)]]),
            "<" => compare(command::LESS, &left, &right),
            "<=" => Node::Of(command::NOT, vec![vec![compare(command::LESS, &right, &left)]]),
            ">" => compare(command::LESS, &right, &left),
            ">=" => Node::Of(command::NOT, vec![vec![compare(command::LESS, &left, &right)]]),
            other => return Err(format!("not known between numbers: {other}")),
        };
        Ok(vec![node])
    }

    fn value(&mut self) -> Result<Vec<u8>, String> {
        let mut left = self.one_value()?;
        loop {
            let kind = match self.peek() {
                Some(Token::Sign("+")) => value::SUM,
                Some(Token::Sign("-")) => value::DIFFERENCE,
                _ => return Ok(left),
            };
            self.at += 1;
            let right = self.one_value()?;
            left = [vec![kind], left, right].concat();
        }
    }

    fn one_value(&mut self) -> Result<Vec<u8>, String> {
        match self.take()? {
            Token::Number(n) => {
                let mut bytes = vec![value::NUMBER];
                put_varint(&mut bytes, n);
                Ok(bytes)
            }
            Token::Sign("(") => {
                let inside = self.value()?;
                self.expect(")")?;
                Ok(inside)
            }
            Token::Name(name) => match name.as_str() {
                "cursor" => Ok(vec![value::CURSOR]),
                "limit" => Ok(vec![value::LIMIT]),
                "len" => Ok(vec![value::LETTERS]),
                "sizeof" => match self.take()? {
                    Token::Text(text) if text.len() < 128 => Ok(vec![value::NUMBER, text.len() as u8]),
                    other => Err(format!("a short string expected, not {other:?}")),
                },
                name => {
                    let variable = self.numbers.get(name).ok_or_else(|| format!("no number: {name}"))?;
                    Ok(vec![value::VARIABLE, *variable as u8])
                }
            },
            other => Err(format!("a number expected, not {other:?}")),
        }
    }
}

/// A string as commands take it.
fn literal(text: &str) -> Vec<u8> {
    let mut out = Vec::new();
    put_varint(&mut out, 2 * text.len() as u32);
    out.extend_from_slice(text.as_bytes());
    out
}
