//! `dateline analyze`: what each article names.

mod explain;

use std::io::{BufWriter, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use dateline_analysis::json::Report;
use dateline_builder::build::{self, BuildError};
use dateline_builder::corrections::Corrections;
use dateline_builder::progress::Progress;
use dateline_builder::read;
use dateline_corpus::{Analysis, Article, EntityKind, Warning};

use crate::meter::Meter;
use crate::report::{Failure, Options, count, plain};

/// Say what each article names: people, organisations, places, countries.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
With --json, one object an article and line:
  id, path, title, outlet, byline, date, dateline, place, language, source, url, text
  countries  [{code, name, mentions: [{start, end, text, how}]}], how: name, demonym, metonym or place
  focus      country codes, the most important first
  entities   [{kind, id, name, mentions: [{start, end, text}]}], kind: person, organisation, place or region;
             places also have country, lat and lon where known
             A person's mention has the title that stands before the name (U.S. Secretary of State), which start, end and
             text leave out; with how: role it is a description without a name (the top U.S. diplomat)
             A mention has a doubt where what it was decided by is often wrong: namesake (a place of this name in another
             country is nearly as likely), unplaced (it may be no place), looks (a person by the looks of the name alone),
             surname (two people have it), capitals (a body by its pattern, in capitals), elsewhere (named in full in few
             other articles), spelling (spelt otherwise in others), unlisted (a place by its words alone)
  quotations [{start, end, text, kind, closed, inside, speaker, verb, rule}]: kind direct or fragment; speaker {id, name,
             called, start, end, text} with called name, pronoun or role (with an id where the text names who has it; a
             name that is none of the entities has none), or null where nobody is told; verb {lemma, start, end, text};
             rule after, before, according to, colon, continued, continued after, sentence before or none; inside the
             quotation around it by index; parts where it goes over paragraphs
  times      [{start, end, text, precision, value, from, to, rule}]: value 2017-03-16, 2017-W11, 2017-03, 2017 or
             from/to; precision day, week, month, year, interval or unknown with reason. A day of the week is the last
             one, the day of publication included; the next one where its verb looks ahead (will, is due to, flies).
             Early, mid and late are thirds; two days later counts from the day told before, if that is near
  figures    [{start, end, text, value, to, unit, of, qualifier}]: value and to (the upper end of a range) are strings,
             exact: -2.5, 1350000000, and a fraction for a share (two-thirds is 2/3); unit USD, %, km, year …, a currency
             by its code of ISO 4217 where the text tells whose it is, else by its word (peso); of what is counted;
             qualifier about, more than, at least, vague …. Scores, codes and the numbers of names are no figures
  extra      other fields of the input
  warnings   [{path, line, reason, remedy}]
Offsets count Unicode scalar values of text, end not included. An id such as person:ann-lee is the same in every
article, and in the addresses of the page.

With --explain, a line for every decision, from what the analysis used:
  person:rex-tillerson “Rex Tillerson”: the pattern of a personal name; title “U.S. Secretary of State” before it; …
  person:rex-tillerson “the top U.S. diplomat”: a description without a name; here only Rex Tillerson is that, by …
  person:rex-tillerson “Tillerson” (9 times): a single name; taken for Rex Tillerson, whom the text names so
  place:tokyo-jp “Tokyo”: listed as capital of JP; trust 9.2, doubt 0.0; a preposition of place before it; …
  direct quotation “We are ready …”: Rex Tillerson, called by pronoun “he”, verb “said”; rule: after
  time “Thursday”: 2017-03-16; rule: last seven days

EXAMPLES
  dateline analyze ~/articles
  dateline analyze ~/articles --json > articles.jsonl
  dateline analyze article.txt --explain
  dateline analyze ~/articles --json --corrections corrections.txt
  dateline analyze wire.jsonl --json | jq -r '.id + \" \" + (.focus | join(\",\"))'")]
pub struct Arguments {
    /// Files and folders of articles
    #[arg(required = true, value_name = "ARTICLES")]
    articles: Vec<PathBuf>,
    /// JSON Lines in place of a summary
    #[arg(long)]
    json: bool,
    /// Why each name, quotation, time and figure was read as it was, in place of a summary
    #[arg(long, conflicts_with = "json")]
    explain: bool,
    /// What readers put right about who and what is named: a file that the page exports, one correction a line
    #[arg(long, value_name = "FILE")]
    corrections: Option<PathBuf>,
    #[command(flatten)]
    warnings: Options,
}

/// Runs the command.
pub fn run(arguments: &Arguments) -> Result<ExitCode, Failure> {
    let corrections = arguments.corrections.as_deref().map(Corrections::read).transpose()?;
    let meter = Meter::new();
    let reading = read::read(&arguments.articles, &meter)?;
    if reading.articles.is_empty() {
        meter.finish();
        return Err(BuildError::NoArticles {
            warnings: reading.warnings,
        }
        .into());
    }
    let mut all = reading.warnings;
    let (mut articles, mut notes) = (Vec::new(), Vec::new());
    for read in reading.articles {
        all.extend(read.warnings.iter().cloned());
        notes.push((read.line, read.warnings));
        articles.push(read.article);
    }
    let (mut analysed, details) = if arguments.json || arguments.explain {
        build::analyse_in_detail(articles, &meter)?
    } else {
        (build::name(articles, &meter)?, Vec::new())
    };
    if let Some(corrections) = corrections {
        all.extend(build::correct(&mut analysed, &corrections)?);
    }
    meter.finish();
    let mut details = details.into_iter();
    let mut out = BufWriter::new(std::io::stdout().lock());
    for ((article, analysis), (line, mut warnings)) in analysed.iter().zip(notes) {
        if meter.is_stopped() {
            return Err(Failure::Stopped);
        }
        for reason in &analysis.warnings {
            let (path, reason) = (article.path.clone(), reason.clone());
            warnings.push(Warning {
                path,
                line,
                reason,
                remedy: String::new(),
            });
        }
        if let Some(read) = details.next() {
            let details = build::details(article, analysis, read);
            if arguments.explain {
                let reasons = explain::explain(build::analyzer(), article, analysis, &details);
                out.write_all(plain(&reasons).as_bytes())?;
                continue;
            }
            serde_json::to_writer(&mut out, &Report::new(article, analysis, &details, &warnings))
                .map_err(std::io::Error::from)?;
            writeln!(out)?;
        } else {
            out.write_all(plain(&summary(article, analysis)).as_bytes())?;
        }
    }
    out.flush()?;
    arguments.warnings.tell(&all, reading.skipped)
}

/// A few lines on one article.
fn summary(article: &Article, analysis: &Analysis) -> String {
    /// Names shown of each kind.
    const SHOWN: usize = 8;
    let title = if article.title.is_empty() {
        "(no title)"
    } else {
        &article.title
    };
    let mut text = format!("{title}\n  {} · {}", article.id, article.path);
    let date = article.date.map(|d| d.to_string());
    let place = (!article.place.is_empty()).then(|| article.place.clone());
    let outlet = (!article.outlet.is_empty()).then(|| article.outlet.clone());
    for part in [
        outlet,
        date,
        place,
        Some(article.language.clone()).filter(|l| !l.is_empty()),
    ]
    .into_iter()
    .flatten()
    {
        text.push_str(&format!(" · {part}"));
    }
    text.push('\n');
    if !analysis.focus.is_empty() {
        let codes: Vec<String> = analysis.focus.iter().map(ToString::to_string).collect();
        text.push_str(&format!("  about: {}\n", codes.join(", ")));
    }
    for kind in EntityKind::ALL {
        let mut found: Vec<_> = analysis.found.iter().filter(|f| f.entity.key.kind == kind).collect();
        found.sort_by_key(|f| std::cmp::Reverse(f.mentions.len()));
        if found.is_empty() {
            continue;
        }
        let names: Vec<String> = found
            .iter()
            .take(SHOWN)
            .map(|f| format!("{} {}", f.entity.name, f.mentions.len()))
            .collect();
        let more = if found.len() > SHOWN {
            format!(", {} more", found.len() - SHOWN)
        } else {
            String::new()
        };
        text.push_str(&format!(
            "  {}: {}{more}\n",
            count(found.len(), kind.word()).replace("countrys", "countries"),
            names.join(", ")
        ));
    }
    text.push('\n');
    text
}
