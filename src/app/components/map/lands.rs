//! Each country of the world with its figures, its shade and its standing among the filters: what the map draws.

use dateline_corpus::order::sort_by;
use dateline_corpus::{CountryCode, Filters, Group};
use dateline_engine::view::{CountryFigure, CountryShape, WorldView};
use yew::AttrValue;

use super::classes::{Class, class_of, classes, shade};
use crate::format;
use crate::state::Measure;

/// A country ready to draw.
#[derive(Clone, Debug, PartialEq)]
pub struct Land {
    /// Its code.
    pub code: CountryCode,
    /// Its name.
    pub name: AttrValue,
    /// Its outline as SVG path data; never empty.
    pub path: AttrValue,
    /// Its parts beyond the antimeridian; mostly empty.
    pub far: AttrValue,
    /// Where its marker stands, in map units.
    pub marker: (f32, f32),
    /// The smaller side of its largest part, in map units.
    pub extent: f32,
    /// Articles that mention it.
    pub articles: u32,
    /// Mentions in those articles.
    pub mentions: u32,
    /// Its shade, from 1; 0 for none.
    pub shade: usize,
    /// `Some(false)` picked, `Some(true)` excluded.
    pub standing: Option<bool>,
    /// Whether pressing it opens the mentions that are counted, and does not filter.
    pub opens: bool,
}

impl Land {
    /// Whether pressing it does something: it has articles, or a filter to take back.
    pub fn is_live(&self) -> bool {
        self.articles > 0 || self.standing.is_some()
    }

    /// What it says when it is pointed at or focused: `Japan: 5 articles, 23 mentions`.
    pub fn label(&self) -> String {
        let standing = match self.standing {
            Some(false) => ", picked",
            Some(true) => ", excluded",
            None => "",
        };
        format!("{}: {}{standing}", self.name, figures(self.articles, self.mentions))
    }
}

/// `5 articles, 23 mentions`; `no articles`.
pub fn figures(articles: u32, mentions: u32) -> String {
    match articles {
        0 => "0 articles".into(),
        _ => format!(
            "{}, {}",
            format::count(articles, "article"),
            format::count(mentions, "mention")
        ),
    }
}

/// The figure that a measure counts.
pub fn measured(figure: &CountryFigure, measure: Measure) -> u32 {
    match measure {
        Measure::Articles => figure.articles,
        Measure::Mentions => figure.mentions,
    }
}

/// The shades in use.
pub fn shades(figures: &[CountryFigure], measure: Measure) -> Vec<Class> {
    classes(figures.iter().map(|f| measured(f, measure)))
}

/// All countries: those without articles first, then from large to small, so that small ones are drawn over large.
pub fn lands(
    world: &WorldView,
    paths: &[Paths],
    figures: &[CountryFigure],
    filters: &Filters,
    measure: Measure,
) -> Vec<Land> {
    let classes = shades(figures, measure);
    let land = |(shape, (path, far)): (&CountryShape, &Paths)| {
        let figure = figures.iter().find(|f| f.code == shape.code);
        let standing = filters.standing(Group::Country, shape.code.as_str());
        Land {
            code: shape.code,
            name: figure.map_or(&shape.name, |f| &f.name).clone().into(),
            path: path.clone(),
            far: far.clone(),
            marker: shape.marker,
            extent: shape.extent,
            articles: figure.map_or(0, |f| f.articles),
            mentions: figure.map_or(0, |f| f.mentions),
            shade: figure
                .and_then(|f| class_of(&classes, measured(f, measure)))
                .map_or(0, |class| shade(class, classes.len())),
            standing,
            opens: measure == Measure::Mentions && figure.is_some_and(|f| f.mentions > 0) && standing != Some(true),
        }
    };
    let mut lands: Vec<Land> = world.countries.iter().zip(paths).map(land).collect();
    sort_by(&mut lands, |a, b| {
        a.is_live().cmp(&b.is_live()).then(b.extent.total_cmp(&a.extent))
    });
    lands
}

/// A country's outline and its parts beyond the antimeridian.
pub type Paths = (AttrValue, AttrValue);

/// The outlines, as attributes that are shared and not copied. A country without one gets a speck at its marker, so
/// that it can take the focus.
pub fn paths(world: &WorldView) -> Vec<Paths> {
    let path = |shape: &CountryShape| match shape.path.as_str() {
        "" => format!(
            "M{} {}h9v9h-9z",
            shape.marker.0.round() as i32,
            shape.marker.1.round() as i32
        ),
        path => path.to_owned(),
    };
    world
        .countries
        .iter()
        .map(|shape| (path(shape).into(), shape.far.clone().into()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use dateline_corpus::Pick;

    fn world(countries: &[(&str, f32)]) -> WorldView {
        let shape = |(code, extent): &(&str, f32)| CountryShape {
            code: CountryCode::parse(code).unwrap(),
            name: format!("Land {code}"),
            path: String::new(),
            far: String::new(),
            marker: (5.0, 5.0),
            extent: *extent,
            bounds: (0.0, 0.0, 1.0, 1.0),
        };
        WorldView {
            width: 100.0,
            height: 50.0,
            sphere: String::new(),
            graticule: String::new(),
            countries: countries.iter().map(shape).collect(),
            note: String::new(),
        }
    }

    #[test]
    fn small_lands_with_articles_are_drawn_last_and_every_land_has_a_path() {
        let world = world(&[("AA", 1.0), ("BB", 9.0), ("CC", 2.0), ("DD", 5.0)]);
        let figure = |code: &str, articles| CountryFigure {
            code: CountryCode::parse(code).unwrap(),
            name: code.into(),
            articles,
            mentions: articles * 3,
        };
        let mut filters = Filters::default();
        filters.toggle(Pick {
            group: Group::Country,
            key: "DD".into(),
            exclude: true,
        });
        let figures = [figure("BB", 2), figure("CC", 1)];
        let lands = lands(&world, &paths(&world), &figures, &filters, Measure::Mentions);
        assert_eq!(
            lands.iter().map(|l| l.code.as_str()).collect::<Vec<_>>(),
            ["AA", "BB", "DD", "CC"]
        );
        assert_eq!(lands.iter().map(|l| l.shade).collect::<Vec<_>>(), [0, 5, 0, 1]);
        assert_eq!(lands[1].label(), "BB: 2 articles, 6 mentions");
        assert_eq!(lands[2].label(), "Land DD: 0 articles, excluded");
        assert!(lands.iter().all(|l| l.path.starts_with('M')));
    }
}
