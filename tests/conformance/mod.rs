//! The model is held to vectors made with the reference model (`../vectors/make.py`), within 1e-9.

mod coverage;
mod lines;
mod numbers;
mod plays;
mod ratings;
mod reading;
mod visits;

/// The first difference, where there is one.
type Agreement = Result<(), String>;

/// Two numbers agree within one in a billion.
fn agree(wanted: f64, found: f64, at: impl Fn() -> String) -> Agreement {
    if (wanted - found).abs() <= 1e-9 * wanted.abs().max(1.0) {
        return Ok(());
    }
    Err(format!("{}: expected {wanted}, found {found}", at()))
}

fn agree_all(wanted: &[f64], found: &[f64], at: impl Fn() -> String) -> Agreement {
    if wanted.len() != found.len() {
        return Err(format!("{}: expected {wanted:?}, found {found:?}", at()));
    }
    wanted.iter().zip(found).try_for_each(|(w, f)| agree(*w, *f, &at))
}

fn same<T: PartialEq + std::fmt::Debug>(wanted: T, found: T, at: impl Fn() -> String) -> Agreement {
    if wanted == found {
        return Ok(());
    }
    Err(format!("{}: expected {wanted:?}, found {found:?}", at()))
}

fn assert_agrees(agreement: Agreement) {
    if let Err(difference) = agreement {
        panic!("{difference}");
    }
}
