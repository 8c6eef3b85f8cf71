//! `dateline search`: the page's own engine, on the command line.

mod filters;
mod json;
mod order;

use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::ValueEnum;
use dateline_builder::read::compose;
use dateline_builder::unpack;
use dateline_corpus::pack::PackError;
use dateline_corpus::{Date, Filters, Group, Sort};
use dateline_engine::Engine;
use dateline_engine::question::{Ask, Explore, FacetAsk, Scope};
use dateline_engine::view::{Answer, Met, Piece, Used, View};

use crate::report::{Failure, count, plain};

pub use order::options_first;

/// Search a built page or pack.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
The hits and their order are the page's own. All words are required unless no article has them all; \"quoted words\" are
a phrase; the last word also matches words that begin with it; -word, OR, (groups), near:3(a b), word*, title:, outlet:,
country:, person:, org:, place:, lang:, after:, before: and on: work as on the page. Filters of one kind are joined by OR,
kinds by AND; their values are keys, or names as the corpus has them, in capitals or not.

With --json, one object: query, total, corpus, met (noquery, all, some, none), missing (words no article has), understood
(the query read back), problems [{start, end, message, hint}], corrections [{typed, used, how (instead, also, offered)}], hits
[{id, title, outlet, date, place, score, snippet: [{text, match}]}], and with --facets N also
facets {country: [{key, name, articles, mentions}], person, organisation, place, outlet}.

EXAMPLES
  dateline search site 'harbour council'
  dateline search explorer.html '\"city council\"' --country Norway --not outlet:TASS --json
  dateline search harbour.pack -oil --person 'Ann Lee'
  dateline search harbour.pack '' --sort newest --limit 100 --facets 20 --json")]
pub struct Arguments {
    /// A .pack, .wasm or one-file .html, or the folder of a site
    #[arg(value_name = "PACK")]
    pack: PathBuf,
    /// What to search for, in as many words as needed; '' for every article
    query: String,
    /// One JSON object in place of a list
    #[arg(long)]
    json: bool,
    /// Hits to return, at most
    #[arg(long, default_value_t = 10)]
    limit: u32,
    /// Hits to skip
    #[arg(long, default_value_t = 0)]
    offset: u32,
    /// The order of the hits
    #[arg(long, value_enum, default_value_t = Order::Relevance)]
    sort: Order,
    /// Only articles that mention this country (two letters, such as JP, or its name)
    #[arg(long, value_name = "COUNTRY")]
    country: Vec<String>,
    /// Only articles that name this person (as in its address, such as ann-lee, or by name)
    #[arg(long, value_name = "PERSON")]
    person: Vec<String>,
    /// Only articles that name this organisation
    #[arg(long, value_name = "ORGANISATION")]
    organisation: Vec<String>,
    /// Only articles that name this place
    #[arg(long, value_name = "PLACE")]
    place: Vec<String>,
    /// Only articles of this outlet
    #[arg(long, value_name = "NAME")]
    outlet: Vec<String>,
    /// Leave out articles with this value, such as country:JP or outlet:TASS
    #[arg(long, value_name = "GROUP:VALUE")]
    not: Vec<String>,
    /// Only articles of this day or later
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    from: Option<Date>,
    /// Only articles of this day or earlier
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    to: Option<Date>,
    /// With --json: also the most frequent values of each filter, at most so many
    #[arg(long, value_name = "N", default_value_t = 0)]
    facets: u32,
}

/// The order of hits, as the engine's.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Order {
    /// Best match first
    Relevance,
    /// Newest first
    Newest,
    /// Oldest first
    Oldest,
}

fn day(text: &str) -> Result<Date, String> {
    Date::parse_iso(text).ok_or_else(|| "expected a day as YYYY-MM-DD".to_owned())
}

/// What is searched: a pack, opened, and where its parts lie.
struct Corpus<'a> {
    engine: Engine,
    path: &'a Path,
}

impl<'a> Corpus<'a> {
    fn open(path: &'a Path) -> Result<Self, Failure> {
        let bytes = unpack::pack_at(path).map_err(Failure::Message)?;
        let engine = Engine::open(bytes).map_err(|e| failed(path, &e))?;
        Ok(Self { engine, path })
    }

    fn explore(&mut self, ask: &Explore) -> Result<View, Failure> {
        let ask = Ask::Explore(ask.clone());
        loop {
            match self.engine.answer(&ask) {
                Ok(Answer::Explore(view)) => return Ok(*view),
                Ok(_) => {
                    return Err(Failure::Message(
                        "expected a list of articles, found another answer".into(),
                    ));
                }
                // A corpus in parts: what is missing lies beside the start.
                Err(PackError::Wanting) => {
                    for name in self.engine.wanted() {
                        let part = unpack::part_at(self.path, &name).map_err(Failure::Message)?;
                        self.engine.supply(&name, &part).map_err(|e| failed(self.path, &e))?;
                    }
                }
                Err(error) => return Err(failed(self.path, &error)),
            }
        }
    }
}

fn failed(path: &Path, error: &PackError) -> Failure {
    Failure::Message(format!("{}: {error}", path.display()))
}

/// Runs the command.
pub fn run(arguments: &Arguments) -> Result<ExitCode, Failure> {
    let excluded = excluded(arguments)?;
    let mut corpus = Corpus::open(&arguments.pack)?;
    let ask = ask(arguments, &excluded, &mut corpus)?;
    let view = corpus.explore(&ask)?;
    let mut out = BufWriter::new(std::io::stdout().lock());
    if arguments.json {
        serde_json::to_writer(&mut out, &json::Answer::new(&arguments.query, &view)).map_err(std::io::Error::from)?;
        writeln!(out)?;
    } else {
        out.write_all(plain(&listed(arguments, &view)).as_bytes())?;
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

/// What is left out, by group.
fn excluded(a: &Arguments) -> Result<Vec<(Group, &str)>, Failure> {
    let parted = |not: &str| -> Option<(Group, usize)> {
        let colon = not.find(':')?;
        Some((Group::from_word(&not[..colon])?, colon + 1))
    };
    let mut all = Vec::new();
    for not in &a.not {
        let (group, from) = parted(not).ok_or_else(|| {
            Failure::Message(format!(
                "--not {not}: expected country:, person:, organisation:, place: or outlet: and a key or name"
            ))
        })?;
        all.push((group, &not[from..]));
    }
    Ok(all)
}

fn ask(a: &Arguments, excluded: &[(Group, &str)], corpus: &mut Corpus<'_>) -> Result<Explore, Failure> {
    let wanted = [
        (Group::Country, &a.country),
        (Group::Person, &a.person),
        (Group::Organisation, &a.organisation),
        (Group::Place, &a.place),
        (Group::Outlet, &a.outlet),
    ];
    let wanted = wanted
        .into_iter()
        .flat_map(|(group, values)| values.iter().map(move |value| (group, value.as_str(), false)));
    let excluded = excluded.iter().map(|(group, value)| (*group, *value, true));
    let mut picks = Vec::new();
    for (group, value, exclude) in wanted.chain(excluded) {
        let meant = filters::meant(corpus, group, value, exclude)?;
        if let Some(note) = meant.note {
            eprint!("{}", plain(&format!("dateline: {note}\n")));
        }
        picks.extend(meant.picks);
    }
    let facets = Group::ALL.into_iter().filter(|_| a.facets > 0);
    Ok(Explore {
        scope: Scope {
            // As articles are read.
            query: compose(a.query.clone()),
            filters: Filters {
                picks,
                from: a.from,
                to: a.to,
            },
        },
        sort: match a.sort {
            Order::Relevance => Sort::Relevance,
            Order::Newest => Sort::Newest,
            Order::Oldest => Sort::Oldest,
        },
        offset: a.offset,
        limit: a.limit,
        facets: facets
            .map(|group| FacetAsk {
                group,
                limit: a.facets,
                find: String::new(),
            })
            .collect(),
        overview: false,
    })
}

/// The hits for reading.
fn listed(a: &Arguments, view: &View) -> String {
    let words = |pieces: &[Piece]| pieces.iter().map(|p| p.text.as_str()).collect::<String>();
    let of = if view.total == view.corpus {
        String::new()
    } else {
        format!(" of {}", view.corpus)
    };
    let mut text = format!("{}{of}", count(view.total as usize, "article"));
    if view.met == Met::Some {
        text.push_str(" (none has all the words; these have some)");
    }
    if !view.missing.is_empty() {
        text.push_str(&format!(" (in no article: {})", view.missing.join(", ")));
    }
    for c in &view.corrections {
        let (used, typed) = (&c.used, &c.typed);
        text.push_str(&match c.how {
            Used::Instead => format!(" (searched for {used} in place of {typed})"),
            Used::Also => format!(" (searched for {used} too, which is close to {typed})"),
            Used::Offered => format!(" (did you mean {used}, in place of {typed}?)"),
        });
    }
    text.push('\n');
    for p in &view.problems {
        text.push_str(&format!("note: {} {}\n", p.message, p.hint));
    }
    for (n, hit) in (a.offset + 1..).zip(&view.hits) {
        let about: Vec<String> = [
            hit.outlet.clone(),
            hit.date.map(|d| d.to_string()).unwrap_or_default(),
            hit.place.clone(),
            hit.id.clone(),
        ]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
        text.push_str(&format!(
            "\n{n:>4}  {}\n      {}\n      {}\n",
            words(&hit.title),
            about.join(" · "),
            words(&hit.snippet).replace('\n', " ")
        ));
    }
    text
}
