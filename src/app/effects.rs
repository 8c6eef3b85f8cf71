//! What must follow a change of the state outside the page's own elements. Pure: the root carries it out.

use crate::route;
use crate::state::{Action, State};

/// What the address does after a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Write {
    /// Nothing of it is in the address.
    Nothing,
    /// The current entry changes, once typing or dragging pauses.
    Replace,
    /// A new entry: Back undoes it.
    Push,
}

/// Where the focus goes after a change.
#[derive(Clone, Debug, PartialEq)]
pub enum Refocus {
    /// Stays.
    Stay,
    /// To the heading of the open article.
    Article,
    /// To the heading of the open card or sentences.
    Panel,
    /// To what opened the panel.
    Opener,
    /// To this article in the list.
    Hit(String),
    /// To the heading of the list.
    Results,
    /// To the search box, to go on typing.
    Typing,
}

/// How an action changes the address: typing, sorting, the map's settings and longer lists stay in one history entry;
/// everything that opens, closes or filters is a step that Back takes back.
pub fn write(before: &State, after: &State, action: &Action) -> Write {
    if matches!(action, Action::Restore(_)) || route::print(before) == route::print(after) {
        return Write::Nothing;
    }
    // A date range that is dragged or stepped along changes many times on its way.
    let redated = matches!(action, Action::SetDates(..))
        && before.filters.from.is_some() == after.filters.from.is_some()
        && before.filters.to.is_some() == after.filters.to.is_some();
    let step = before.open != after.open
        || before.filters != after.filters
        || matches!(action, Action::ClearAll | Action::OnlyUndated);
    if step && !(redated && before.open == after.open) {
        Write::Push
    } else {
        Write::Replace
    }
}

/// Where the focus goes. Whoever types keeps the box.
pub fn refocus(before: &State, after: &State, action: &Action) -> Refocus {
    let (was, is) = (&before.open, &after.open);
    match action {
        Action::Type(_) => Refocus::Stay,
        Action::GoOn(_) | Action::Complete(_) => Refocus::Typing,
        // What was pressed may not be of the next articles.
        Action::OnlyUndated => Refocus::Results,
        _ if was == is => Refocus::Stay,
        _ if is.has_panel() => Refocus::Panel,
        _ if is.article.is_some() && was.article != is.article => Refocus::Article,
        Action::Close | Action::Restore(_) if is.article.is_none() => match &was.article {
            Some(id) => Refocus::Hit(id.clone()),
            None => Refocus::Opener,
        },
        Action::Close | Action::Restore(_) | Action::Correct(..) => Refocus::Opener,
        _ => Refocus::Results,
    }
}

#[cfg(test)]
mod tests {
    use dateline_corpus::{Date, EntityKey, EntityKind, Group, Pick, Sort};

    use super::{Refocus, Write, refocus, write};
    use crate::reduce::reduce;
    use crate::state::{Action, Articles, List, State, Theme};

    fn check(before: &[Action], action: Action, expect: (Write, Refocus)) {
        let before = before.iter().cloned().fold(State::default(), reduce);
        let after = reduce(before.clone(), action.clone());
        let found = (write(&before, &after, &action), refocus(&before, &after, &action));
        assert_eq!(found, expect, "{action:?} after {before:?}");
    }

    #[test]
    fn steps_are_history_and_settings_are_not() {
        use Refocus::{Article, Hit, Opener, Panel, Results, Stay, Typing};
        use Write::{Nothing, Push, Replace};
        let open = || Action::OpenArticle("a".into());
        let key = || EntityKey::new(EntityKind::Country, "JP");
        let card = || Action::OpenCard(key());
        let pick = || {
            Action::Toggle(Pick {
                group: Group::Country,
                key: "JP".into(),
                exclude: false,
            })
        };
        let day = |d| Date::new(2017, 3, d);
        let mentions = || Action::OpenList(List::Mentions(Articles::All, key(), None));
        check(&[], Action::Type("a".into()), (Replace, Stay));
        check(&[open()], Action::Type("a".into()), (Push, Stay));
        check(&[], Action::SetSort(Sort::Newest), (Replace, Stay));
        check(&[], Action::SetTheme(Theme::Dark), (Nothing, Stay));
        check(&[], Action::ClearAll, (Nothing, Stay));
        check(&[], Action::GoOn("japan ".into()), (Replace, Typing));
        check(&[pick()], Action::ClearAll, (Push, Stay));
        check(&[], pick(), (Push, Stay));
        let value = Pick {
            group: Group::Country,
            key: "JP".into(),
            exclude: false,
        };
        check(&[Action::Type("jap".into())], Action::Complete(value), (Push, Typing));
        check(&[open()], pick(), (Push, Results));
        let only = Action::ShowOnly(Pick {
            group: Group::Person,
            key: "a".into(),
            exclude: false,
        });
        check(&[card()], only, (Push, Results));
        check(&[], Action::OnlyUndated, (Push, Results));
        check(&[], Action::SetDates(day(1), day(2)), (Push, Stay));
        check(
            &[Action::SetDates(day(1), day(2))],
            Action::SetDates(day(1), day(3)),
            (Replace, Stay),
        );
        check(
            &[Action::SetDates(day(1), day(2))],
            Action::SetDates(None, None),
            (Push, Stay),
        );
        check(&[], open(), (Push, Article));
        check(&[open()], Action::OpenArticle("b".into()), (Push, Article));
        check(&[open()], Action::Close, (Push, Hit("a".into())));
        check(&[open()], card(), (Push, Panel));
        check(&[open(), card()], Action::Close, (Push, Opener));
        check(&[card()], mentions(), (Push, Panel));
        check(&[card(), mentions()], Action::Close, (Push, Panel));
        check(&[], Action::OpenCorrections, (Push, Panel));
        check(&[Action::OpenCorrections], Action::Close, (Push, Opener));
        let drop = Action::Correct("drop country:JP".into());
        check(&[open(), card()], drop.clone(), (Push, Opener));
        check(&[open()], drop, (Nothing, Stay));
        check(&[open()], Action::Restore(Box::default()), (Nothing, Hit("a".into())));
    }
}
