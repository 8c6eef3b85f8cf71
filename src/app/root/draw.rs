//! What the root draws: head, explorer or reader, panel, foot.

use std::rc::Rc;

use dateline_corpus::EntityKey;
use yew::prelude::*;

use super::correcting::Told;
use super::{Msg, Root};
use crate::answers::{Explored, Opened};
use crate::asks::Slot;
use crate::browser::Target;
use crate::components::card::CardPanel;
use crate::components::correct::Correct;
use crate::components::corrections::{CorrectionsPanel, corrections_link};
use crate::components::facets::Facets;
use crate::components::figures::{Overview, figures};
use crate::components::footer::footer;
use crate::components::header::header;
use crate::components::icon::{Shape, icon};
use crate::components::link::button;
use crate::components::missing::{missing_article, missing_entity};
use crate::components::reader::Reader;
use crate::components::results::Results;
use crate::components::sentences::SentencesPanel;
use crate::components::suggestions::suggestions;
use crate::keys::Command;
use crate::pane::pane;
use crate::route::Links;
use crate::state::{Action, List};

impl Root {
    pub(super) fn draw(&self, ctx: &Context<Self>) -> Html {
        let Some(explored) = &self.answers.explored else {
            return html! {};
        };
        let on = self.ways.on.clone();
        let links = Links::new(&self.state);
        let title = self
            .answers
            .about
            .as_ref()
            .map(|about| about.title.clone())
            .unwrap_or_default();
        let reading = self.state.open.article.as_ref().and(self.answers.article.as_ref());
        let first = if reading.is_some() {
            Target::Article
        } else {
            Target::Results
        };
        html! {
            <>
                { skip(ctx, first) }
                { header(&title, &self.state.query.clone().into(), self.state.theme, reading.is_some(), &on) }
                // Between box and filters, so that Tab comes here first.
                if let Some(suggested) = &self.answers.suggested { { suggestions(suggested, &links, &on) } }
                <p class="visually-hidden" role="status" aria-live="polite">{ &self.announced }</p>
                <div class="told" role="status">{ self.told(ctx) }</div>
                if let Some((_, reason)) = &self.trouble {
                    <p class="trouble" role="alert">
                        { "That could not be answered: " }{ crate::format::clip(reason, 500) }{ " " }
                        { button("text-button", ctx.link().callback(|_| Msg::Again), "Try again") }
                    </p>
                }
                { self.waiting() }
                { match reading {
                    _ if !self.parts.has_list() => html! {},
                    // What stood there is no answer to what is asked now.
                    None if matches!(self.trouble, Some((Slot::Explore, _))) => html! {},
                    Some((_, Some(opened))) => self.reader(opened, explored, &links),
                    Some((_, None)) => html! { { missing_article(&on) } },
                    None => self.explorer(ctx, explored, &links, &on),
                } }
                { self.panel(&links, &on) }
                if self.parts.is_whole() {
                    { footer(self.answers.about.as_ref(), self.corrections_link(&links, &on), self.kept()) }
                }
            </>
        }
    }

    fn explorer(&self, ctx: &Context<Self>, explored: &Explored, links: &Links, on: &Callback<Action>) -> Html {
        let drawer = self.drawer;
        let filters = self.filters();
        let active = filters.picks.len() + usize::from(filters.from.is_some() || filters.to.is_some());
        let label = if active == 0 {
            "Filters".to_owned()
        } else {
            format!("Filters ({active})")
        };
        let facets = Facets {
            view: explored.view.clone(),
            groups: self.parts.filters(),
            expanded: self.state.expanded.clone(),
            finds: self.state.finds.clone(),
            on: on.clone(),
        };
        let results = Results {
            view: explored.view.clone(),
            blocks: self.list.borrow().blocks(explored),
            query: explored.scope.query.clone(),
            filters: explored.scope.filters.clone(),
            sort: self.state.sort,
            corrections: self.state.corrections.lines().count(),
            links: links.clone(),
            on: on.clone(),
        };
        html! {
            <main id="main" class={classes!("explorer", drawer.then_some("with-drawer"))}>
                <div class="narrow-bar">
                    <button type="button" class="button filters-toggle" aria-expanded={drawer.to_string()} aria-controls="filters"
                        onclick={ctx.link().callback(move |_| Msg::Drawer(!drawer))}>
                        { icon(Shape::Sliders) }{ label }
                    </button>
                    <button type="button" class="button map-jump" onclick={ctx.link().callback(|_| Msg::Go(Target::Overview))}>
                        { icon(Shape::Globe) }{ "Map and timeline" }
                    </button>
                </div>
                <section id="filters" class="filters" aria-labelledby="filters-title">
                    <h2 id="filters-title">{ "Filters" }</h2>
                    { pane(facets) }
                </section>
                { pane(results) }
                if self.parts.has_figures() {
                    { figures(&Overview {
                        world: self.answers.world.clone(),
                        countries: explored.countries.clone(),
                        places: explored.places.clone(),
                        timeline: self.parts.has_timeline().then(|| explored.timeline.clone()),
                        filters: Rc::new(filters),
                        together: self.answers.together.clone(),
                        doubts: explored.view.doubts,
                        links: links.clone(),
                        setting: self.state.map,
                        on: on.clone(),
                    }) }
                }
            </main>
        }
    }

    /// What became of the corrections, and the way back.
    fn told(&self, ctx: &Context<Self>) -> Html {
        let Told { text, last, .. } = &self.told;
        if text.is_empty() {
            return html! {};
        }
        let undo = ctx.link().callback(|_| Msg::Key(Command::Undo));
        html! {
            <p>
                { text }
                if *last { { " " }{ button("text-button", undo, "Undo") } }
            </p>
        }
    }

    /// What says that an answer waits for the network.
    fn waiting(&self) -> Html {
        #[cfg(feature = "parts")]
        if self.fetching.waits {
            return crate::components::fetching::waiting();
        }
        html! {}
    }

    /// How far the corpus is kept on this machine, where it is fetched part by part.
    fn kept(&self) -> Html {
        #[cfg(feature = "parts")]
        return crate::components::fetching::kept(&self.fetching.kept, &self.ways.keep);
        #[cfg(not(feature = "parts"))]
        html! {}
    }

    fn reader(&self, opened: &Opened, explored: &Explored, links: &Links) -> Html {
        let ways = &self.ways;
        pane(Reader {
            article: opened.view.clone(),
            countries: opened.countries.clone(),
            places: opened.places.clone(),
            world: self.answers.world.clone().filter(|_| self.parts.is_whole()),
            side: self.parts.has_side(),
            among: explored.among(&opened.view.id),
            marks: self.state.marks,
            current: self.reading.current,
            portion: self.reading.portion,
            copied: self.reading.copied,
            on_step: ways.step.clone(),
            on_find: ways.find.clone(),
            on_more: ways.more.clone(),
            on_copy: ways.copy.clone(),
            links: links.clone(),
            on: ways.on.clone(),
        })
    }

    /// The list of corrections, where it is open.
    fn corrections(&self, links: &Links, on: &Callback<Action>) -> Html {
        let corrected = self.answers.corrected.clone().filter(|_| self.state.open.corrections);
        let panel = corrected.map(|corrected| CorrectionsPanel {
            corrected,
            published: self.published(),
            is_kept: self.is_kept,
            imported: self.imported.clone(),
            title: self
                .answers
                .about
                .as_ref()
                .map_or_else(String::new, |about| about.title.clone()),
            links: links.clone(),
            on_import: self.ways.import.clone(),
            on: on.clone(),
        });
        panel.map_or_else(Html::default, pane)
    }

    fn corrections_link(&self, links: &Links, on: &Callback<Action>) -> Html {
        corrections_link(self.state.corrections.lines().count(), links, on)
    }

    /// The topmost of list, sentences, card and corrections. While the next one is under way the last one stays.
    fn panel(&self, links: &Links, on: &Callback<Action>) -> Html {
        let open = &self.state.open;
        let card = open
            .card
            .as_ref()
            .and(self.answers.card.as_ref())
            .and_then(|(_, card)| card.clone());
        let list = open.list.as_ref().and(self.answers.list.as_ref());
        let listed = list.and_then(|(ask, lines)| Some((ask.clone(), lines.clone()?)));
        match (listed, card) {
            (Some((ask, sentences)), _) => pane(SentencesPanel {
                ask,
                sentences,
                links: links.clone(),
                on: on.clone(),
            }),
            (None, Some(card)) => pane(CardPanel {
                correct: Correct {
                    card: card.clone(),
                    corrected: self.answers.corrected.clone(),
                    seek: self.state.seek.clone(),
                    sought: self.answers.sought.clone(),
                    written: self.state.written.clone(),
                    is_open: self.state.correcting,
                    world: self.answers.world.clone(),
                    links: links.clone(),
                    on: on.clone(),
                },
                card,
                filters: self.filters(),
                links: links.clone(),
                on: on.clone(),
            }),
            (None, None) => match self.nobody() {
                Some(key) => missing_entity(key, self.answers.corrected.as_ref(), links, on),
                None => self.corrections(links, on),
            },
        }
    }

    /// Whom the address asks for, where there is no such entity.
    fn nobody(&self) -> Option<&EntityKey> {
        let (open, answers) = (&self.state.open, &self.answers);
        let (asked, list) = (open.list.as_ref(), answers.list.as_ref());
        let list = asked.filter(|_| list.is_some_and(|(_, lines)| lines.is_none()));
        list.and_then(List::key).or_else(|| nothing(&open.card, &answers.card))
    }
}

/// What is open, where the answer is that there is none.
fn nothing<'a, K: PartialEq, V>(open: &'a Option<K>, answer: &Option<(K, Option<V>)>) -> Option<&'a K> {
    open.as_ref()
        .filter(|open| matches!(answer, Some((key, None)) if key == *open))
}

/// A link over the head of the page. Its address is the page's own, so the click is ours: a fragment here is a state.
fn skip(ctx: &Context<Root>, target: Target) -> Html {
    let go = ctx.link().callback(move |event: MouseEvent| {
        event.prevent_default();
        Msg::Go(target.clone())
    });
    html! { <a class="skip" href="#main" onclick={go}>{ "Skip to the content" }</a> }
}
