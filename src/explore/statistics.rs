//! The middle of some numbers, their ranks, and whether two measures go together by more than chance.

/// The middle one; of an even count, halfway between the two in the middle.
pub fn median(values: &[f64]) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let half = sorted.len() / 2;
    let upper = *sorted.get(half)?;
    Some(if sorted.len() % 2 == 1 { upper } else { (sorted[half - 1] + upper) / 2.0 })
}

/// None of nothing.
pub fn mean(values: impl IntoIterator<Item = f64>) -> Option<f64> {
    let (mut sum, mut count) = (0.0, 0_u32);
    for value in values {
        sum += value;
        count += 1;
    }
    (count > 0).then(|| sum / f64::from(count))
}

/// Ranks from 1, the least first; equals share the mean of their ranks.
pub fn ranks(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|a, b| values[*a].total_cmp(&values[*b]));
    let mut ranks = vec![0.0; values.len()];
    let mut from = 0;
    for equals in order.chunk_by(|a, b| values[*a] == values[*b]) {
        let shared = from as f64 + (equals.len() as f64 + 1.0) / 2.0;
        equals.iter().for_each(|i| ranks[*i] = shared);
        from += equals.len();
    }
    ranks
}

/// How far two measures rise and fall together, taken within groups.
#[derive(Clone, Debug, PartialEq)]
pub struct Correlation {
    /// -1 to 1.
    pub value: f64,
    /// The standard deviation of that value if, within each group, the one measure were dealt out at random.
    pub chance: f64,
    /// What each group adds; together they are the value.
    pub parts: Vec<f64>,
}

/// Spearman's rank correlation, each pair ranked among those of its own group only. None where one of the two never differs
/// within a group.
///
/// With one group it is the usual one. The spread by chance is exact, of all the ways to deal out the ranks within each group;
/// with one group of n it is 1/sqrt(n-1).
pub fn rank_correlation(groups: &[Vec<(f64, f64)>]) -> Option<Correlation> {
    let sums: Vec<Sums> = groups.iter().map(|pairs| sums(pairs)).collect();
    let scale = (sums.iter().map(|s| s.first).sum::<f64>() * sums.iter().map(|s| s.second).sum::<f64>()).sqrt();
    if scale <= 0.0 {
        return None;
    }
    let parts: Vec<f64> = sums.iter().map(|s| s.both / scale).collect();
    let by_chance = |s: &Sums| if s.count > 1 { s.first * s.second / (s.count - 1) as f64 } else { 0.0 };
    let chance = sums.iter().map(by_chance).sum::<f64>().sqrt() / scale;
    Some(Correlation { value: parts.iter().sum(), chance, parts })
}

/// Squares and products of the ranks about their mean.
struct Sums {
    count: usize,
    first: f64,
    second: f64,
    both: f64,
}

fn sums(pairs: &[(f64, f64)]) -> Sums {
    let (first, second): (Vec<f64>, Vec<f64>) = pairs.iter().copied().unzip();
    let middle = (pairs.len() as f64 + 1.0) / 2.0;
    let mut sums = Sums { count: pairs.len(), first: 0.0, second: 0.0, both: 0.0 };
    for (a, b) in ranks(&first).into_iter().zip(ranks(&second)) {
        let (a, b) = (a - middle, b - middle);
        sums.first += a * a;
        sums.second += b * b;
        sums.both += a * b;
    }
    sums
}

/// So often at most, nine times out of ten, if each chance of this list were taken by chance alone.
///
/// The normal approximation with its correction for whole numbers; from four chances of a quarter on it is right to the number.
pub fn most_by_chance(chances: &[f64]) -> usize {
    const ONE_IN_TEN: f64 = 1.2816;
    let expected: f64 = chances.iter().sum();
    let spread = chances.iter().map(|p| p * (1.0 - p)).sum::<f64>().sqrt();
    (expected + ONE_IN_TEN * spread + 0.5).ceil().max(1.0) as usize - 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_of_an_even_count_lies_between_the_two_in_the_middle() {
        assert_eq!(median(&[9.0, 1.0, 4.0]), Some(4.0));
        assert_eq!(median(&[9.0, 1.0, 4.0, 2.0]), Some(3.0));
        assert_eq!((median(&[]), mean([])), (None, None));
    }

    #[test]
    fn equals_share_their_ranks() {
        assert_eq!(ranks(&[5.0, 1.0, 5.0, 0.0]), [3.5, 2.0, 3.5, 1.0]);
    }

    #[test]
    fn what_rises_together_correlates_whatever_its_size() {
        let up = rank_correlation(&[vec![(1.0, 10.0), (2.0, 11.0), (30.0, 500.0)]]).expect("they differ");
        assert_eq!(up.value, 1.0);
        let down = rank_correlation(&[vec![(1.0, 3.0), (2.0, 2.0), (3.0, 1.0)]]).expect("they differ");
        assert_eq!(down.value, -1.0);
        assert_eq!(rank_correlation(&[vec![(1.0, 3.0), (1.0, 2.0)]]), None);
        assert_eq!(rank_correlation(&[vec![(1.0, 3.0)], vec![]]), None);
    }

    /// Spearman's own check: 1 - 6 sum(d^2) / (n (n^2 - 1)), d the differences of ranks.
    #[test]
    fn one_group_gives_spearmans_coefficient() {
        let pairs: Vec<_> = [3.0, 1.0, 4.0, 2.0, 5.0].into_iter().zip([2.0, 1.0, 5.0, 4.0, 3.0]).collect();
        let found = rank_correlation(std::slice::from_ref(&pairs)).expect("they differ");
        assert!((found.value - (1.0 - 6.0 * (1.0 + 0.0 + 1.0 + 4.0 + 4.0) / 120.0)).abs() < 1e-12);
        assert!((found.chance - 0.5).abs() < 1e-12);
    }

    #[test]
    fn what_differs_only_between_groups_does_not_count() {
        let found = rank_correlation(&[vec![(1.0, 1.0), (2.0, 1.0)], vec![(50.0, 9.0), (51.0, 9.0), (49.0, 8.0)]]);
        assert!((found.expect("they differ").value - 1.5 / (2.5_f64 * 1.5).sqrt()).abs() < 1e-12);
    }

    /// Against the binomial distribution: the least count that chance exceeds in no more than about one case of ten.
    #[test]
    fn chance_gives_so_many_and_seldom_more() {
        let of = |n| most_by_chance(&vec![0.25; n]);
        assert_eq!([of(4), of(6), of(10), of(40)], [2, 3, 4, 14]);
        assert_eq!(most_by_chance(&[]), 0);
    }
}
