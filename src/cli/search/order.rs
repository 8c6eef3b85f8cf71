//! Which of the words typed behind `search` are options, and which are the query? A word may begin with one hyphen (`-oil`).

use std::ffi::{OsStr, OsString};

use clap::{Args, Command};

use super::Arguments;

/// The arguments with all options first, then `--`, the pack, and the words of the query as one; those of other subcommands as they
/// are. Whatever begins with two hyphens is an option, so that one which there is not is said to be none, and so is `-h`.
pub fn options_first(arguments: impl IntoIterator<Item = OsString>) -> Vec<OsString> {
    let mut rest = arguments.into_iter();
    let mut all: Vec<OsString> = rest.by_ref().take(2).collect();
    if all.get(1).is_none_or(|command| command != "search") {
        all.extend(rest);
        return all;
    }
    let known = Arguments::augment_args(Command::new("search"));
    let mut words: Vec<OsString> = Vec::new();
    while let Some(argument) = rest.next() {
        if argument == "--" {
            words.extend(rest.by_ref());
        } else if is_option(&argument) {
            let value = takes_value(&known, &argument).then(|| rest.next()).flatten();
            all.push(argument);
            all.extend(value);
        } else {
            words.push(argument);
        }
    }
    if words.is_empty() {
        return all;
    }
    all.push("--".into());
    let mut words = words.into_iter();
    all.extend(words.next());
    all.extend(words.reduce(|mut query, word| {
        query.push(" ");
        query.push(word);
        query
    }));
    all
}

fn is_option(argument: &OsStr) -> bool {
    argument == "-h" || argument.to_str().is_some_and(|text| text.starts_with("--"))
}

/// Whether the value of an option is the next argument: `--limit 5`, not `--limit=5`.
fn takes_value(known: &Command, argument: &OsStr) -> bool {
    let name = argument.to_str().and_then(|text| text.strip_prefix("--"));
    let option = known
        .get_arguments()
        .find(|option| option.get_long() == name && name.is_some());
    option.is_some_and(|option| option.get_action().takes_values())
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;

    use super::options_first;

    #[test]
    fn options_are_known_among_words() {
        for (typed, expect) in [
            ("search x -oil", "search -- x -oil"),
            ("search x oil -iran --limit 5", "search --limit 5 -- x oil_-iran"),
            (
                "search --json x oil --limit=5 price",
                "search --json --limit=5 -- x oil_price",
            ),
            ("search x -- --json", "search -- x --json"),
            ("search x --jsn oil", "search --jsn -- x oil"),
            ("search -h", "search -h"),
            ("search x --limit", "search --limit -- x"),
            ("build in -o site", "build in -o site"),
            ("--version", "--version"),
        ] {
            let arguments = std::iter::once("dateline").chain(typed.split(' ')).map(OsString::from);
            let ordered: Vec<String> = options_first(arguments)
                .into_iter()
                .skip(1)
                .map(|argument| argument.to_string_lossy().replace(' ', "_"))
                .collect();
            assert_eq!(ordered.join(" "), expect, "{typed}");
        }
    }
}
