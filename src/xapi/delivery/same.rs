//! Whether what the store has says all that we say.

use serde_json::Value;

use crate::records::Stamp;

/// The store adds things of its own (stored, authority, version) and may write numbers and moments in another way.
pub(super) fn says(ours: &Value, theirs: &Value) -> bool {
    match (ours, theirs) {
        (Value::Object(ours), Value::Object(theirs)) => {
            ours.iter().all(|(key, value)| theirs.get(key).is_some_and(|other| says(value, other)))
        }
        (Value::Array(ours), Value::Array(theirs)) => {
            ours.len() == theirs.len() && ours.iter().zip(theirs).all(|(a, b)| says(a, b))
        }
        (Value::Number(ours), Value::Number(theirs)) => ours.as_f64() == theirs.as_f64(),
        (Value::String(ours), Value::String(theirs)) => {
            ours == theirs || Stamp::read(ours).is_some_and(|at| Stamp::read(theirs) == Some(at))
        }
        (ours, theirs) => ours == theirs,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::says;

    #[test]
    fn what_a_store_adds_or_writes_in_its_own_way_is_no_difference() {
        let ours = json!({ "id": "a", "timestamp": "2026-11-04T09:00:00.000Z", "n": 1, "list": [{ "x": 0.5 }] });
        let theirs = json!({
            "id": "a", "timestamp": "2026-11-04T10:00:00+01:00", "n": 1.0, "list": [{ "x": 0.5, "y": 1 }],
            "stored": "2026-11-04T09:00:01Z", "authority": {},
        });
        assert!(says(&ours, &theirs));
        for (key, value) in [("id", json!("b")), ("n", json!(2)), ("list", json!([])), ("timestamp", json!("now"))] {
            let mut other = theirs.clone();
            other[key] = value;
            assert!(!says(&ours, &other), "{key}");
        }
    }
}
