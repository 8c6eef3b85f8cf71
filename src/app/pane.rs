//! A pane: a part of the page that is drawn again only where what it is given changes, or what it keeps.
//!
//! For yew all panes are one component, because it compiles some four kilobytes for each component, and one more for
//! each hook and type.

use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;
use yew::virtual_dom::{Key, VComp};

/// What a pane is given, and how that is drawn.
pub trait Pane: PartialEq + 'static {
    /// What it keeps from one drawing to the next.
    type Kept: Default + 'static;

    /// Its name: where another pane takes its place, nothing of it stays.
    const NAME: &'static str;

    /// Draws it.
    fn draw(&self, own: &Own<Self::Kept>) -> Html;

    /// What follows once the drawing is in the page.
    fn drawn(&self, _own: &Own<Self::Kept>) {}
}

/// A pane, for `html!`.
pub fn pane<P: Pane>(given: P) -> Html {
    keyed(P::NAME.into(), given)
}

/// One of a list of panes.
pub fn keyed(key: Key, given: impl Pane) -> Html {
    place(key, Rc::new(given))
}

fn place(key: Key, given: Rc<dyn Given>) -> Html {
    VComp::new::<Placed>(Rc::new(Props { given }), Some(key)).into()
}

/// What a drawn pane keeps, for itself and for what it listens to.
pub struct Own<T> {
    kept: Rc<RefCell<T>>,
    again: Callback<()>,
}

impl<T> Clone for Own<T> {
    fn clone(&self) -> Self {
        Self {
            kept: self.kept.clone(),
            again: self.again.clone(),
        }
    }
}

impl<T> Own<T> {
    /// Looks at what is kept, or changes it without drawing it.
    pub fn with<R>(&self, look: impl FnOnce(&mut T) -> R) -> R {
        look(&mut self.kept.borrow_mut())
    }

    /// Changes a field, and draws the pane again where it was not that before.
    pub fn set<V: PartialEq>(&self, field: fn(&mut T) -> &mut V, value: V) {
        let changed = self.with(|kept| {
            let field = field(kept);
            let changed = *field != value;
            *field = value;
            changed
        });
        if changed {
            self.again.emit(());
        }
    }
}

/// What was made from something, kept until that changes.
pub struct Made<F, T>(Option<(F, T)>);

impl<F, T> Default for Made<F, T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<F: PartialEq, T: Clone> Made<F, T> {
    /// What is made from this now.
    pub fn of(&mut self, from: F, make: impl FnOnce(&F) -> T) -> T {
        match &self.0 {
            Some((same, made)) if *same == from => made.clone(),
            _ => {
                let made = make(&from);
                self.0 = Some((from, made.clone()));
                made
            }
        }
    }
}

/// A pane of any kind.
trait Given {
    fn as_any(&self) -> &dyn Any;
    fn same(&self, other: &dyn Given) -> bool;
    fn begin(&self) -> Rc<dyn Any>;
    fn draw_any(&self, kept: &Rc<dyn Any>, again: &Callback<()>) -> Html;
    fn drawn_any(&self, kept: &Rc<dyn Any>, again: &Callback<()>);
    fn end(&self, kept: &Rc<dyn Any>);
}

fn own<T: 'static>(kept: &Rc<dyn Any>, again: &Callback<()>) -> Option<Own<T>> {
    let kept = kept.clone().downcast().ok()?;
    let again = again.clone();
    Some(Own { kept, again })
}

impl<P: Pane> Given for P {
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn same(&self, other: &dyn Given) -> bool {
        other.as_any().downcast_ref() == Some(self)
    }

    fn begin(&self) -> Rc<dyn Any> {
        Rc::<RefCell<P::Kept>>::default()
    }

    fn draw_any(&self, kept: &Rc<dyn Any>, again: &Callback<()>) -> Html {
        own(kept, again).map_or_else(Html::default, |own| self.draw(&own))
    }

    fn drawn_any(&self, kept: &Rc<dyn Any>, again: &Callback<()>) {
        if let Some(own) = own(kept, again) {
            self.drawn(&own);
        }
    }

    /// What is kept may hold, in a timer or an observer, a way to itself.
    fn end(&self, kept: &Rc<dyn Any>) {
        if let Some(kept) = kept.downcast_ref::<RefCell<P::Kept>>() {
            kept.take();
        }
    }
}

#[derive(Properties)]
struct Props {
    given: Rc<dyn Given>,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        self.given.same(&*other.given)
    }
}

/// The one component.
struct Placed {
    kept: Rc<dyn Any>,
    again: Callback<()>,
}

impl Component for Placed {
    type Message = ();
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        Self {
            kept: ctx.props().given.begin(),
            again: ctx.link().callback(|()| ()),
        }
    }

    fn update(&mut self, _ctx: &Context<Self>, (): ()) -> bool {
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        ctx.props().given.draw_any(&self.kept, &self.again)
    }

    fn rendered(&mut self, ctx: &Context<Self>, _first: bool) {
        ctx.props().given.drawn_any(&self.kept, &self.again);
    }

    fn destroy(&mut self, ctx: &Context<Self>) {
        ctx.props().given.end(&self.kept);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pane_is_drawn_again_only_where_a_value_is_another() {
        let drawn = Rc::new(RefCell::new(0));
        let own = Own {
            kept: Rc::new(RefCell::new((1, "a"))),
            again: Callback::from({
                let drawn = drawn.clone();
                move |()| *drawn.borrow_mut() += 1
            }),
        };
        for (value, expected) in [(1, 0), (2, 1), (2, 1), (1, 2)] {
            own.set(|kept| &mut kept.0, value);
            assert_eq!((own.with(|kept| kept.0), *drawn.borrow()), (value, expected));
        }
    }

    #[test]
    fn what_was_made_is_made_again_only_from_something_else() {
        let mut made = Made::default();
        let mut times = 0;
        for (from, expected) in [(1, 1), (1, 1), (2, 2), (1, 3)] {
            let value = made.of(from, |from| {
                times += 1;
                from * 10
            });
            assert_eq!((value, times), (from * 10, expected));
        }
    }

    #[test]
    fn what_is_given_is_the_same_only_where_it_is_of_the_same_kind() {
        #[derive(PartialEq)]
        struct A(u32);
        #[derive(PartialEq)]
        struct B(u32);
        impl Pane for A {
            type Kept = ();
            const NAME: &'static str = "a";
            fn draw(&self, _own: &Own<()>) -> Html {
                Html::default()
            }
        }
        impl Pane for B {
            type Kept = u32;
            const NAME: &'static str = "b";
            fn draw(&self, _own: &Own<u32>) -> Html {
                Html::default()
            }
        }
        assert!(A(1).same(&A(1)) && !A(1).same(&A(2)) && !A(1).same(&B(1)));
    }
}
