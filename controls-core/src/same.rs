//! Equality of texts in constants.

#[cfg(test)]
mod tests;

/// Whether two texts are equal. In constants there's no `==` for them.
pub(crate) const fn same(one: &str, other: &str) -> bool {
    let (mut one, mut other) = (one.as_bytes(), other.as_bytes());
    if one.len() != other.len() {
        return false;
    }
    // Eight bytes at a time: at run time, this is what looking an id up takes longest for.
    while let (Some((first, more)), Some((second, others))) =
        (one.split_first_chunk(), other.split_first_chunk())
    {
        if u64::from_ne_bytes(*first) != u64::from_ne_bytes(*second) {
            return false;
        }
        (one, other) = (more, others);
    }
    while let ([first, more @ ..], [second, others @ ..]) = (one, other) {
        if *first != *second {
            return false;
        }
        (one, other) = (more, others);
    }
    true
}
