//! Of which fields are the types that cross? A field or variant left out here does not compile.

use dateline_corpus::{Doubt, EntityKey, EntityKind, Filters, Group, How, Pick, Point, Sort};
use dateline_engine::query::Problem;
use dateline_engine::question::{Ask, Explore, FacetAsk, Quoting, Scope};
use dateline_engine::view::{
    About, Answer, ArticleEntity, ArticleView, Card, Corrected, Correction, CountryFigure, CountryShape,
    EntitySuggestion, Facet, FacetValue, Hit, Member, Met, Pair, Picked, Piece, PlaceFigure, Run, Sentence, Sentences,
    Suggestions, TermSuggestion, Timeline, TitleSuggestion, Together, Used, View, WorldView,
};

use super::{Input, Wire};

macro_rules! structs {
    ($($type:ident { $($field:ident),* })*) => {$(
        impl Wire for $type {
            fn put(&self, out: &mut Vec<u8>) {
                let Self { $($field),* } = self;
                $($field.put(out);)*
            }

            fn take(input: &mut Input<'_>) -> Self {
                Self { $($field: Wire::take(input)),* }
            }
        }
    )*};
}

structs! {
    Scope { query, filters }
    Filters { picks, from, to }
    Pick { group, key, exclude }
    Picked { pick, name }
    Explore { scope, sort, offset, limit, facets, overview }
    FacetAsk { group, limit, find }
    EntityKey { kind, slug }
    Point { lat, lon }

    View {
        total, corpus, met, missing, understood, problems, corrections, instead, offered, hits, facets, countries, places,
        timeline, doubts, picked
    }
    Problem { start, end, message, hint }
    Correction { typed, used, how }
    Hit { id, title, titled, outlet, date, place, score, snippet }
    Piece { text, matched }
    Facet { group, values, total }
    FacetValue { key, name, articles, mentions, standing, corrected }
    CountryFigure { code, name, articles, mentions }
    PlaceFigure { key, name, country, point, xy, articles, mentions }
    Timeline { days, undated, range }

    ArticleView {
        id, title, titled, outlet, byline, date, dateline, place, language, source, url, extra, paragraphs, hits, entities,
        countries, places, focus, related
    }
    Run { text, hit, entities, starts, doubt }
    ArticleEntity { key, name, mentions }

    Card {
        key, name, country, point, names, as_written, mentions, doubts, article_count, articles, countries, companions, places,
        said, told, timeline
    }
    Sentences { key, name, mentions, articles, lines, groups }
    Sentence { id, title, outlet, date, pieces, how, key, name, doubt, at }
    Together { articles, members, pairs }
    Member { key, name, articles }
    Pair { members, articles, association }

    Suggestions { terms, titles, entities }
    TermSuggestion { text, query, articles }
    TitleSuggestion { id, title, outlet, date }
    EntitySuggestion { group, key, name, articles }
    Corrected { line, was, says, is, built, idle, article, about, here }
    WorldView { width, height, sphere, graticule, countries, note }
    CountryShape { code, name, path, far, marker, extent, bounds }
    About { title, articles, outlets, range, id, corrections }
}

macro_rules! enums {
    ($($type:ident { $($variant:ident $(($inner:ident))? $({ $($field:ident),* })?),* })*) => {$(
        impl Wire for $type {
            fn put(&self, out: &mut Vec<u8>) {
                /// The variants, numbered.
                enum Tag { $($variant),* }
                match self {
                    $(Self::$variant $(($inner))? $({ $($field),* })? => {
                        out.push(Tag::$variant as u8);
                        $($inner.put(out);)?
                        $($($field.put(out);)*)?
                    })*
                }
            }

            fn take(input: &mut Input<'_>) -> Self {
                /// The variants, numbered.
                enum Tag { $($variant),* }
                let tag = input.byte();
                $(if tag == Tag::$variant as u8 {
                    return Self::$variant $(({
                        let $inner = Wire::take(input);
                        $inner
                    }))? $({ $($field: Wire::take(input)),* })?;
                })*
                // Nothing is left to read: the first variant, of nothing.
                input.bytes(usize::MAX);
                Self::take(input)
            }
        }
    )*};
}

enums! {
    Ask {
        Explore(ask), Article { id, query }, Card(key), Sentences { scope, key, with, offset, limit },
        Named { key, called, offset, limit }, Quotations { scope, key, quoting, offset, limit },
        Together { scope, kinds, limit },
        Doubts { scope, key, offset, limit }, Suggest { scope, limit }, Seek { name, limit }, Corrections, World, About
    }
    Answer {
        Explore(view), Article(article), Card(card), Sentences(sentences), Together(together), Suggest(suggestions),
        Corrections(corrections), World(world), About(about)
    }
    Group { Country, Person, Organisation, Place, Outlet }
    Sort { Relevance, Newest, Oldest }
    Quoting { By, About }
    EntityKind { Country, Person, Organisation, Place, Region }
    Met { NoQuery, All, Some, None }
    Used { Instead, Also, Offered }
    How { Name, Demonym, Metonym, Place, Role }
    Doubt { Namesake, Unplaced, Looks, Surname, Capitals, Elsewhere, Spelling, Unlisted }
}
