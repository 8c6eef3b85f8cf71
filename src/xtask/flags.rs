//! The commands' options: `--name`, `--name value`, and the rest.

/// Options taken off the command line one by one; [`Flags::rest`] refuses what nobody took.
pub struct Flags {
    args: Vec<String>,
}

impl Flags {
    /// `None` where `--help` is asked for: `help` has then been printed.
    pub fn new(args: &[String], help: &str) -> Option<Self> {
        if args.iter().any(|arg| arg == "--help" || arg == "-h") {
            print!("{help}");
            return None;
        }
        Some(Self { args: args.to_vec() })
    }

    /// Whether the switch is given.
    pub fn switch(&mut self, name: &str) -> bool {
        let before = self.args.len();
        self.args.retain(|arg| arg != name);
        self.args.len() != before
    }

    /// The values of an option, in order: `--name value` or `--name=value`, as often as given.
    pub fn values(&mut self, name: &str) -> Result<Vec<String>, String> {
        let mut values = Vec::new();
        let mut kept = Vec::new();
        let mut args = std::mem::take(&mut self.args).into_iter();
        while let Some(arg) = args.next() {
            if arg == name {
                values.push(args.next().ok_or_else(|| format!("{name} needs a value"))?);
            } else if let Some(value) = arg.strip_prefix(name).and_then(|rest| rest.strip_prefix('=')) {
                values.push(value.to_owned());
            } else {
                kept.push(arg);
            }
        }
        self.args = kept;
        Ok(values)
    }

    /// What stands without an option, at most `max` of them.
    pub fn rest(self, max: usize) -> Result<Vec<String>, String> {
        match self.args.iter().find(|arg| arg.starts_with('-')) {
            Some(unknown) => Err(format!("unknown option {unknown}; --help lists the options")),
            None if self.args.len() > max => Err(format!("unexpected {:?}; --help shows the usage", self.args[max])),
            None => Ok(self.args),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flags(line: &str) -> Flags {
        Flags {
            args: line.split_whitespace().map(str::to_owned).collect(),
        }
    }

    #[test]
    fn options_come_off_in_any_order() {
        let mut taken = flags("folder --fast --only native --only=wasm");
        assert!(taken.switch("--fast"));
        assert!(!taken.switch("--once"));
        assert_eq!(taken.values("--only"), Ok(vec!["native".into(), "wasm".into()]));
        assert_eq!(taken.rest(1), Ok(vec!["folder".into()]));
    }

    #[test]
    fn what_is_not_understood_is_named() {
        assert!(flags("--fats").rest(1).unwrap_err().contains("--fats"));
        assert!(flags("one two").rest(1).unwrap_err().contains("two"));
        assert!(flags("--port").values("--port").unwrap_err().contains("--port"));
    }
}
