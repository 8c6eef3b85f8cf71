//! The one function that changes the state. Pure: no clock, no page, no question to the engine.

mod corrections;
mod open;

use corrections::{correct, set_corrections, take_back};
use dateline_corpus::corrections::Written;
use dateline_corpus::{EntityKind, Filters, Group};
use open::{close_topmost, open_card, show_list};

use crate::asks::UNDATED;
use crate::state::{Action, Camera, Open, State};

/// The state after an action.
///
/// Whatever changes which articles are meant (words, filters, dates) shows the list again:
/// an article left open would hide what was asked for.
pub fn reduce(mut state: State, action: Action) -> State {
    match action {
        Action::Type(query) => {
            if query.trim() != state.query.trim() {
                show_list(&mut state);
            }
            state.typed = !query.is_empty();
            state.query = query;
        }
        Action::GoOn(query) => return reduce(state, Action::Type(query)),
        Action::Complete(pick) => {
            state.query.truncate(before_last_word(&state.query));
            if !state.filters.picks.contains(&pick) {
                state.filters.toggle(pick);
            }
            show_list(&mut state);
        }
        Action::Toggle(pick) => {
            state.filters.toggle(pick);
            show_list(&mut state);
        }
        Action::SetDates(from, to) => {
            let backwards = matches!((from, to), (Some(a), Some(b)) if a > b);
            (state.filters.from, state.filters.to) = if backwards { (to, from) } else { (from, to) };
            show_list(&mut state);
        }
        Action::ClearAll => {
            state.query.clear();
            state.filters = Filters::default();
            state.finds.clear();
            show_list(&mut state);
        }
        Action::ShowOnly(pick) => {
            state.query.clear();
            state.filters = Filters {
                picks: vec![pick],
                ..Filters::default()
            };
            show_list(&mut state);
        }
        Action::OnlyUndated => {
            also(&mut state.query, UNDATED);
            (state.filters.from, state.filters.to) = (None, None);
            show_list(&mut state);
        }
        Action::OpenList(list) => {
            state.open.list = Some(list);
            state.more_sentences = 0;
        }
        Action::SetCircle(circle) => state.map.circle = circle,
        Action::SetSort(sort) => state.sort = sort,
        Action::OpenArticle(id) => {
            state.open = Open {
                article: Some(id),
                ..Open::default()
            }
        }
        Action::Close => close_topmost(&mut state.open),
        Action::OpenCard(key) => open_card(&mut state, key, Written::default()),
        Action::OpenMention(key, written, correcting) => {
            open_card(&mut state, key, written);
            state.correcting = correcting;
        }
        Action::OpenCorrections => {
            state.open = Open {
                article: state.open.article.take(),
                corrections: true,
                ..Open::default()
            }
        }
        Action::Correct(line) => correct(&mut state, &line),
        Action::TakeBack(at, line) => take_back(&mut state, at, &line),
        Action::SetCorrections(list) => set_corrections(&mut state, list),
        Action::Seek(text) => state.seek = text,
        Action::ShowMoreSentences => state.more_sentences = state.more_sentences.saturating_add(1),
        Action::SetMeasure(measure) => state.map.measure = measure,
        Action::SetMapForm(form) => state.map.form = form,
        Action::SetCamera(camera) => state.map.camera = camera.and_then(steady),
        Action::MarkHits(on) => state.marks.hits = on,
        Action::MarkKind(kind, on) => mark_kind(&mut state, kind, on),
        Action::SetTheme(theme) => state.theme = theme,
        Action::Expand(group, on) => {
            state.expanded.retain(|g| *g != group);
            if on {
                state.expanded.push(group);
            }
        }
        Action::Find(group, text) => {
            state.finds.retain(|(g, _)| *g != group);
            if !text.is_empty() {
                state.finds.push((group, text));
            }
        }
        Action::Restore(restored) => state = restore(state, *restored),
    }
    state
}

/// Asks for a field too: before the rest, whose last word may be unfinished, and which may consist of alternatives.
fn also(query: &mut String, field: &str) {
    let asked = query.trim_start();
    *query = match asked.contains(" OR ") || asked.contains('|') {
        true => format!("{field} ({asked})"),
        false => format!("{field} {asked}"),
    };
}

/// Where the last word begins, at the end of what is typed: behind the last space.
fn before_last_word(query: &str) -> usize {
    let last = query.char_indices().rfind(|(_, c)| c.is_whitespace());
    last.map_or(0, |(at, space)| at + space.len_utf8())
}

/// Regions share the places' switch, as they share their group.
fn mark_kind(state: &mut State, kind: EntityKind, on: bool) {
    for (i, k) in EntityKind::ALL.iter().enumerate() {
        if Group::of(*k) == Group::of(kind) {
            state.marks.kinds[i] = on;
        }
    }
}

/// Legal magnification: 1 is the whole world; at 32 a city state fills the frame and shapes are at their resolution.
const ZOOM: std::ops::RangeInclusive<f32> = 1.0..=32.0;

/// A camera that addresses can carry: finite, in range, rounded to a tenth of a unit (less than a pixel).
fn steady(camera: Camera) -> Option<Camera> {
    let tenth = |v: f32| (v * 10.0).round() / 10.0;
    let finite = camera.zoom.is_finite() && camera.x.is_finite() && camera.y.is_finite();
    finite.then(|| Camera {
        zoom: (camera.zoom.clamp(*ZOOM.start(), *ZOOM.end()) * 100.0).round() / 100.0,
        x: tenth(camera.x),
        y: tenth(camera.y),
    })
}

/// An address says what is looked at; how the reader likes to look (theme, marks, open groups) stays as it is.
fn restore(now: State, then: State) -> State {
    State {
        marks: now.marks,
        theme: now.theme,
        expanded: now.expanded,
        finds: now.finds,
        corrections: now.corrections,
        // Whoever goes back to a list finds it as long as it was.
        more_sentences: now.more_sentences,
        ..then
    }
}

#[cfg(test)]
mod tests {
    use dateline_corpus::{Date, EntityKey, EntityKind, Group, Pick};

    use dateline_engine::question::Quoting;

    use super::reduce;
    use crate::state::{Action, Articles, Camera, List, State, Theme};

    fn after(actions: impl IntoIterator<Item = Action>) -> State {
        actions.into_iter().fold(State::default(), reduce)
    }

    fn pick(key: &str) -> Pick {
        Pick {
            group: Group::Country,
            key: key.into(),
            exclude: false,
        }
    }

    fn key() -> EntityKey {
        EntityKey::new(EntityKind::Person, "rex-tillerson")
    }

    #[test]
    fn close_takes_sentences_then_card_then_article() {
        let mut s = after([
            Action::OpenArticle("a".into()),
            Action::OpenCard(key()),
            Action::OpenList(List::Mentions(Articles::All, key(), None)),
        ]);
        s = reduce(s, Action::Close);
        assert_eq!((s.open.list.is_none(), s.open.card.is_some()), (true, true));
        s = reduce(s, Action::Close);
        assert_eq!((s.open.card.is_none(), s.open.article.is_some()), (true, true));
        s = reduce(s, Action::Close);
        assert_eq!(s, State::default());
        assert_eq!(
            reduce(s.clone(), Action::Close),
            s,
            "closing with nothing open changes nothing"
        );
    }

    #[test]
    fn whatever_changes_the_articles_meant_shows_the_list() {
        let open = [Action::OpenArticle("a".into()), Action::OpenCard(key())];
        let day = Date::new(2017, 3, 16);
        for action in [
            Action::Type("x".into()),
            Action::Toggle(pick("JP")),
            Action::ShowOnly(pick("JP")),
            Action::SetDates(day, day),
            Action::OnlyUndated,
            Action::ClearAll,
        ] {
            let s = reduce(after(open.clone()), action.clone());
            assert_eq!(s.open, Default::default(), "{action:?}");
        }
    }

    #[test]
    fn articles_without_a_date_are_asked_for_before_what_is_being_typed() {
        let day = Date::new(2017, 3, 16);
        let s = after([
            Action::SetDates(day, None),
            Action::Type("jap".into()),
            Action::OnlyUndated,
        ]);
        assert_eq!((s.query.as_str(), s.filters.from), ("on:none jap", None));
    }

    #[test]
    fn a_list_lies_over_what_was_open_and_closes_first() {
        let s = after([
            Action::OpenCard(key()),
            Action::OpenList(List::Quotations(key(), Quoting::By)),
        ]);
        assert!(s.open.list.is_some() && s.open.card.is_some());
        let s = reduce(s, Action::Close);
        assert!(s.open.list.is_none() && s.open.card.is_some());
    }

    #[test]
    fn a_space_typed_while_reading_does_not_close_the_article() {
        let s = after([
            Action::Type("a".into()),
            Action::OpenArticle("a".into()),
            Action::Type("a ".into()),
        ]);
        assert_eq!((s.query.as_str(), s.open.article.is_some()), ("a ", true));
    }

    #[test]
    fn dates_given_backwards_are_turned() {
        let (a, b) = (Date::new(2017, 3, 15), Date::new(2017, 3, 17));
        let s = after([Action::SetDates(b, a)]);
        assert_eq!((s.filters.from, s.filters.to), (a, b));
    }

    #[test]
    fn a_camera_stays_finite_and_in_range() {
        let look = |zoom, x, y| after([Action::SetCamera(Some(Camera { zoom, x, y }))]).map.camera;
        assert_eq!(
            look(99.0, 1.26, -3.0),
            Some(Camera {
                zoom: 32.0,
                x: 1.3,
                y: -3.0
            })
        );
        assert_eq!(look(f32::NAN, 0.0, 0.0), None);
        assert_eq!(look(2.0, f32::INFINITY, 0.0), None);
    }

    #[test]
    fn a_value_takes_the_place_of_the_word_being_typed() {
        for (typed, left) in [
            ("jap", ""),
            ("north kor", "north "),
            ("über\u{3000}日本", "über\u{3000}"),
        ] {
            let s = after([Action::Type(typed.into()), Action::Complete(pick("JP"))]);
            assert_eq!((s.query.as_str(), s.filters.picks), (left, vec![pick("JP")]), "{typed}");
        }
        let twice = after([
            Action::Toggle(pick("JP")),
            Action::Type("jap".into()),
            Action::Complete(pick("JP")),
        ]);
        assert_eq!(twice.filters.picks, [pick("JP")], "picked before, and still picked");
    }

    #[test]
    fn regions_are_switched_with_places() {
        let s = after([Action::MarkKind(EntityKind::Place, false)]);
        assert!(!s.marks.shows(EntityKind::Region) && s.marks.shows(EntityKind::Person));
    }

    #[test]
    fn an_address_leaves_the_readers_own_settings_alone() {
        let s = after([
            Action::SetTheme(Theme::Dark),
            Action::Expand(Group::Person, true),
            Action::Type("old".into()),
            Action::Restore(Box::new(State {
                query: "new".into(),
                ..State::default()
            })),
        ]);
        assert_eq!(
            (s.query.as_str(), s.theme, s.expanded),
            ("new", Theme::Dark, vec![Group::Person])
        );
    }
}
