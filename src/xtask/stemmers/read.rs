//! What does an algorithm in Snowball's language say, as the commands that `src/corpus/text/stemmer/mod.rs` runs?

use std::collections::HashMap;

use dateline_corpus::pack::put_varint;
use dateline_corpus::text::stemmer::{VARIABLES, command};

use super::tokens::{Token, tokens};

/// What stands between commands of which one, or each, is run from the same place; the command that the first is put into. What is
/// tested leaves the cursor where it is.
const JOINING: [(&str, u8); 2] = [("or", command::OR), ("and", command::TEST)];

/// A command and what it takes.
pub enum Node {
    /// A command with its bodies.
    Of(u8, Vec<Vec<Node>>),
    /// A command with what stands behind it.
    Bytes(Vec<u8>),
    /// A search, by its number: what it looks for is known when its `among` has been read.
    Search(usize),
}

/// Reads one.
pub fn algorithm(text: &str) -> Result<Vec<u8>, String> {
    let mut reader = Reader {
        tokens: tokens(text)?,
        ..Reader::default()
    };
    // The one that gives the stem comes first.
    reader.routines.insert("stem".into(), 0);
    reader.bodies.push(None);
    while reader.at < reader.tokens.len() {
        reader.declaration()?;
    }
    let mut out = Vec::new();
    put_varint(&mut out, reader.bodies.len() as u32);
    for body in &reader.bodies {
        let body = body.as_ref().ok_or("a routine without a definition")?;
        put_body(&mut out, &reader.bytes(body));
    }
    put_varint(&mut out, reader.group_letters.len() as u32);
    for letters in &reader.group_letters {
        put_body(&mut out, letters.as_bytes());
    }
    Ok(out)
}

pub fn put_body(out: &mut Vec<u8>, body: &[u8]) {
    put_varint(out, body.len() as u32);
    out.extend_from_slice(body);
}

#[derive(Default)]
pub struct Reader {
    pub tokens: Vec<Token>,
    pub at: usize,
    pub routines: HashMap<String, usize>,
    pub bodies: Vec<Option<Vec<Node>>>,
    pub groups: HashMap<String, usize>,
    pub group_letters: Vec<String>,
    pub numbers: HashMap<String, usize>,
    /// The one that may hold what is marked.
    pub string: Option<String>,
    /// What searches look for, as it is stored.
    pub searches: Vec<Vec<u8>>,
    /// One whose `among` comes later.
    pub pending: Option<usize>,
}

impl Reader {
    pub fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.at)
    }

    pub fn take(&mut self) -> Result<Token, String> {
        let token = self.peek().cloned().ok_or("an early end")?;
        self.at += 1;
        Ok(token)
    }

    pub fn name(&mut self) -> Result<String, String> {
        match self.take()? {
            Token::Name(name) => Ok(name),
            other => Err(format!("a name expected, not {other:?}")),
        }
    }

    pub fn is(&self, sign: &str) -> bool {
        matches!(self.peek(), Some(Token::Sign(own)) if *own == sign)
    }

    pub fn is_name(&self, name: &str) -> bool {
        matches!(self.peek(), Some(Token::Name(own)) if own == name)
    }

    pub fn accept(&mut self, sign: &str) -> bool {
        let is = self.is(sign);
        self.at += usize::from(is);
        is
    }

    pub fn expect(&mut self, sign: &str) -> Result<(), String> {
        match self.accept(sign) {
            true => Ok(()),
            false => Err(format!("{sign} expected, not {:?}", self.peek())),
        }
    }

    fn declaration(&mut self) -> Result<(), String> {
        let kind = self.name()?;
        match kind.as_str() {
            "define" => return self.definition(),
            "backwardmode" => {
                self.expect("(")?;
                while !self.accept(")") {
                    self.declaration()?;
                }
                return Ok(());
            }
            _ => {}
        }
        self.expect("(")?;
        while !self.accept(")") {
            let name = self.name()?;
            match kind.as_str() {
                "externals" | "groupings" => {}
                "routines" => {
                    self.routines.insert(name, self.bodies.len());
                    self.bodies.push(None);
                }
                "integers" | "booleans" => {
                    self.numbers.insert(name, self.numbers.len());
                }
                "strings" if self.string.is_none() => self.string = Some(name),
                _ => return Err(format!("not known: {kind}")),
            }
        }
        match self.numbers.len() <= VARIABLES {
            true => Ok(()),
            false => Err("too many variables".into()),
        }
    }

    fn definition(&mut self) -> Result<(), String> {
        let name = self.name()?;
        if let Some(routine) = self.routines.get(&name).copied() {
            if self.name()? != "as" {
                return Err(format!("as expected behind {name}"));
            }
            self.bodies[routine] = Some(self.command()?);
            return Ok(());
        }
        let mut letters = self.letters()?;
        loop {
            if self.accept("+") {
                letters.push_str(&self.letters()?);
            } else if self.accept("-") {
                let without = self.letters()?;
                letters.retain(|c| !without.contains(c));
            } else {
                break;
            }
        }
        // Once each, and always in the same order.
        let mut letters: Vec<char> = letters.chars().collect();
        letters.sort_unstable();
        letters.dedup();
        self.groups.insert(name, self.group_letters.len());
        self.group_letters.push(letters.into_iter().collect());
        Ok(())
    }

    /// Part of the definition of a group.
    fn letters(&mut self) -> Result<String, String> {
        match self.take()? {
            Token::Text(text) => Ok(text),
            Token::Name(name) => {
                let group = self.groups.get(&name).ok_or_else(|| format!("no group: {name}"))?;
                Ok(self.group_letters[*group].clone())
            }
            other => Err(format!("letters expected, not {other:?}")),
        }
    }

    /// Commands up to a closing bracket, some joined by `or` or `and`.
    pub fn list(&mut self) -> Result<Vec<Node>, String> {
        let mut all = Vec::new();
        while !self.accept(")") {
            let mut first = self.command()?;
            // `a and b or c` joins the first two first.
            while let Some((word, code)) = JOINING.into_iter().find(|(word, _)| self.is_name(word)) {
                let mut joined = vec![first];
                while self.is_name(word) {
                    self.at += 1;
                    joined.push(self.command()?);
                }
                first = join(code, joined);
            }
            all.extend(first);
        }
        Ok(all)
    }

    /// A body as it is stored.
    fn bytes(&self, body: &[Node]) -> Vec<u8> {
        let mut out = Vec::new();
        for node in body {
            match node {
                Node::Search(search) => out.extend_from_slice(&self.searches[*search]),
                Node::Bytes(bytes) => out.extend_from_slice(bytes),
                Node::Of(command::CASES, cases) => {
                    let mut all = Vec::new();
                    cases.iter().for_each(|body| put_body(&mut all, &self.bytes(body)));
                    out.push(command::CASES);
                    put_body(&mut out, &all);
                }
                Node::Of(code, bodies) => {
                    out.push(*code);
                    bodies.iter().for_each(|body| put_body(&mut out, &self.bytes(body)));
                }
            }
        }
        out
    }
}

/// `a or b or c`, each joined with those behind it.
fn join(code: u8, mut joined: Vec<Vec<Node>>) -> Vec<Node> {
    let mut last = joined.pop().unwrap_or_default();
    while let Some(before) = joined.pop() {
        last = match code {
            command::OR => vec![Node::Of(code, vec![before, last])],
            _ => [vec![Node::Of(code, vec![before])], last]
                .into_iter()
                .flatten()
                .collect(),
        };
    }
    last
}
