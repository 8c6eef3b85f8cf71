//! Which shade a figure gets: at most five classes, by natural breaks.
//!
//! Natural breaks are those that leave the least variance inside the classes: G. F. Jenks, "The data model concept in
//! statistical mapping", International Yearbook of Cartography 7 (1967) 186–190, by the exact method of W. D. Fisher,
//! "On grouping for maximum homogeneity", JASA 53 (1958) 789–798, <https://doi.org/10.1080/01621459.1958.10501479>.
//! The variance is taken of logarithms: counts of news run over magnitudes, and one country that is in every article
//! would otherwise leave all others in one class.

/// Classes at most. More shades of one hue cannot be told apart on a map (C. A. Brewer and L. Pickle, Annals of the
/// AAG 92 (2002), found five to seven the limit).
pub const CLASSES: usize = 5;

/// A class: its least and its greatest figure, both as they occur.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Class {
    /// The least.
    pub from: u32,
    /// The greatest.
    pub to: u32,
}

/// The classes of some figures, lowest first; zeros belong to none.
pub fn classes(figures: impl IntoIterator<Item = u32>) -> Vec<Class> {
    let mut values: Vec<u32> = figures.into_iter().filter(|v| *v > 0).collect();
    values.sort_unstable();
    // Equal figures can only be in one class: each value once, with its weight.
    let mut weights: Vec<f32> = Vec::new();
    let mut distinct: Vec<u32> = Vec::new();
    for value in values {
        match distinct.last() {
            Some(last) if *last == value => {
                if let Some(weight) = weights.last_mut() {
                    *weight += 1.0;
                }
            }
            _ => {
                distinct.push(value);
                weights.push(1.0);
            }
        }
    }
    let starts = starts(&distinct, &weights);
    let ends = starts.iter().skip(1).copied().chain([distinct.len()]);
    starts
        .iter()
        .zip(ends)
        .map(|(start, end)| Class {
            from: distinct[*start],
            to: distinct[end - 1],
        })
        .collect()
}

/// The position of a figure's class; `None` for zero, or where no class holds it.
pub fn class_of(classes: &[Class], figure: u32) -> Option<usize> {
    classes.iter().position(|c| (c.from..=c.to).contains(&figure))
}

/// The shade of a class, 1 the faintest to [`CLASSES`] the strongest: fewer classes are spread over the same shades, so
/// that the highest is always the strongest.
pub fn shade(class: usize, of: usize) -> usize {
    match of {
        0 | 1 => CLASSES - 1,
        _ => 1 + (class * (CLASSES - 1) + (of - 1) / 2) / (of - 1),
    }
}

/// Where each class begins, for rising values.
fn starts(values: &[u32], weights: &[f32]) -> Vec<usize> {
    let n = values.len();
    if n <= CLASSES {
        return (0..n).collect();
    }
    let logs: Vec<f32> = values.iter().map(|v| (*v as f32).ln()).collect();
    // best[k][j]: the least sum of squares of the first j values in k + 1 classes; cut[k][j]: where the last begins.
    let mut best = vec![vec![f32::INFINITY; n + 1]; CLASSES];
    let mut cut = vec![vec![0; n + 1]; CLASSES];
    for end in 1..=n {
        let (mut weight, mut mean, mut squares) = (0.0f32, 0.0f32, 0.0f32);
        // Growing the last class to the left, its variance is kept up by Welford's method (Technometrics 4, 1962).
        for start in (0..end).rev() {
            weight += weights[start];
            let off = logs[start] - mean;
            mean += off * weights[start] / weight;
            squares += weights[start] * off * (logs[start] - mean);
            for k in 0..CLASSES {
                let before = if start == 0 {
                    if k == 0 { 0.0 } else { continue }
                } else if k == 0 {
                    continue;
                } else {
                    best[k - 1][start]
                };
                if before + squares < best[k][end] {
                    best[k][end] = before + squares;
                    cut[k][end] = start;
                }
            }
        }
    }
    let mut starts = vec![0; CLASSES];
    let mut end = n;
    for k in (0..CLASSES).rev() {
        starts[k] = cut[k][end];
        end = cut[k][end];
    }
    starts
}

#[cfg(test)]
mod tests {
    use super::{CLASSES, Class, class_of, classes, shade};

    fn check(figures: &[u32], expected: &[(u32, u32)]) {
        let found: Vec<(u32, u32)> = classes(figures.iter().copied())
            .iter()
            .map(|c| (c.from, c.to))
            .collect();
        assert_eq!(found, expected, "{figures:?}");
    }

    #[test]
    fn few_figures_have_a_class_each() {
        check(&[], &[]);
        check(&[0, 0], &[]);
        check(&[3, 1, 3, 0, 5], &[(1, 1), (3, 3), (5, 5)]);
    }

    #[test]
    fn breaks_fall_where_the_gaps_are() {
        let figures = [1, 2, 2, 20, 21, 22, 100, 101, 400, 410, 5000];
        check(&figures, &[(1, 2), (20, 22), (100, 101), (400, 410), (5000, 5000)]);
    }

    #[test]
    fn one_country_in_every_article_leaves_shades_for_the_others() {
        let figures: Vec<u32> = (1..=60).chain([19_043]).collect();
        let found = classes(figures.iter().copied());
        assert_eq!(found.len(), 5);
        assert!(found[2].to < 60, "{found:?}");
    }

    #[test]
    fn shades_rise_and_reach_the_strongest() {
        for of in 2..=CLASSES {
            let shades: Vec<usize> = (0..of).map(|class| shade(class, of)).collect();
            assert!(shades.windows(2).all(|pair| pair[0] < pair[1]), "{shades:?}");
            assert_eq!((shades[0], shades[of - 1]), (1, CLASSES));
        }
        assert!((1..=CLASSES).contains(&shade(0, 1)));
    }

    #[test]
    fn every_figure_has_one_class_and_zero_has_none() {
        let figures: Vec<u32> = (1..200).map(|i| i * i % 977 + 1).collect();
        let found = classes(figures.iter().copied());
        for figure in figures {
            assert!(class_of(&found, figure).is_some(), "{figure}");
        }
        assert!(found.windows(2).all(|pair| pair[0].to < pair[1].from));
        assert_eq!(class_of(&found, 0), None);
        assert_eq!(class_of(&[Class { from: 1, to: 2 }], 3), None);
    }
}
