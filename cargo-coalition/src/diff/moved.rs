//! Which components moved: as few as it takes to explain the new order.

/// Takes the pairs of places, by the new place, and returns those that are not on one of the longest rising runs of old
/// places.
pub fn moved(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    // For each length of a run, the pair that it ends in with the lowest old place.
    let mut ends: Vec<usize> = Vec::new();
    let mut before = vec![None; pairs.len()];
    for (at, pair) in pairs.iter().enumerate() {
        let length = ends.partition_point(|&end| pairs[end].0 < pair.0);
        before[at] = length.checked_sub(1).map(|shorter| ends[shorter]);
        if length == ends.len() {
            ends.push(at);
        } else {
            ends[length] = at;
        }
    }
    let mut stayed = vec![false; pairs.len()];
    let mut next = ends.last().copied();
    while let Some(at) = next {
        stayed[at] = true;
        next = before[at];
    }
    pairs.iter().zip(stayed).filter(|(_, stayed)| !stayed).map(|(pair, _)| *pair).collect()
}

#[cfg(test)]
mod tests {
    use super::moved;

    #[test]
    fn what_made_room_did_not_move() {
        assert_eq!(moved(&[(0, 0), (2, 1), (3, 2)]), []);
        assert_eq!(moved(&[(3, 0), (0, 1), (1, 2), (2, 3)]), [(3, 0)]);
        assert_eq!(moved(&[(1, 0), (0, 1)]).len(), 1);
        assert_eq!(moved(&[]), []);
    }
}
