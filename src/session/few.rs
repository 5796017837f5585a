//! A handful of things kept in place, so that a turn needs no allocation for them.

use std::ops::{Deref, DerefMut};

use super::MOST_OFFERED;

/// At most [`MOST_OFFERED`] of something, in order.
#[derive(Clone, Copy, Debug, Default)]
pub struct Few<T> {
    items: [T; MOST_OFFERED],
    count: u8,
}

impl<T: PartialEq> PartialEq for Few<T> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl<T> Deref for Few<T> {
    type Target = [T];
    fn deref(&self) -> &[T] {
        &self.items[..usize::from(self.count)]
    }
}

impl<T> DerefMut for Few<T> {
    fn deref_mut(&mut self) -> &mut [T] {
        &mut self.items[..usize::from(self.count)]
    }
}

impl<T: Default> FromIterator<T> for Few<T> {
    /// Takes as many as there is room for.
    fn from_iter<I: IntoIterator<Item = T>>(from: I) -> Self {
        let mut few = Self { items: Default::default(), count: 0 };
        for (slot, item) in few.items.iter_mut().zip(from) {
            *slot = item;
            few.count += 1;
        }
        few
    }
}

#[cfg(test)]
mod tests {
    use super::Few;

    #[test]
    fn a_handful_is_as_long_as_what_was_put_in_and_no_longer_than_five() {
        assert_eq!(*[3, 1].into_iter().collect::<Few<i32>>(), [3, 1]);
        assert_eq!(*(0..9).collect::<Few<i32>>(), [0, 1, 2, 3, 4]);
    }
}
