//! As much of JSON Schema as the published schema uses; a keyword it does not know fails the test.

use alongside::scenario::schema::KEBAB;
use serde_json::Value;

/// Whether a value is as a schema has it, or where and why not.
pub fn check(whole: &Value, schema: &Value, value: &Value, at: &str) -> Result<(), String> {
    let rules = match schema {
        Value::Bool(true) => return Ok(()),
        Value::Bool(false) => return Err(format!("{at}: nothing can stand here")),
        schema => schema.as_object().expect("a schema is an object"),
    };
    for (keyword, rule) in rules {
        let fine = match keyword.as_str() {
            "$schema" | "$comment" | "$defs" | "title" | "description" => true,
            // these look at what their neighbors look at
            "additionalProperties" | "items" => true,
            "$ref" => return check(whole, referred(whole, rule), value, at),
            "type" => is_of(rule.as_str().expect("a type"), value),
            "const" => same(rule, value),
            "enum" => list(rule).iter().any(|r| same(r, value)),
            "minimum" => value.as_f64().is_none_or(|n| n >= number(rule)),
            "maximum" => value.as_f64().is_none_or(|n| n <= number(rule)),
            "minLength" => value.as_str().is_none_or(|s| s.chars().count() as f64 >= number(rule)),
            "maxLength" => value.as_str().is_none_or(|s| s.chars().count() as f64 <= number(rule)),
            "pattern" => {
                assert_eq!(rule, KEBAB, "the only pattern there is");
                value.as_str().is_none_or(is_kebab)
            }
            "minItems" => value.as_array().is_none_or(|a| a.len() as f64 >= number(rule)),
            "maxItems" => value.as_array().is_none_or(|a| a.len() as f64 <= number(rule)),
            "uniqueItems" => value.as_array().is_none_or(|a| (1..a.len()).all(|i| !a[..i].contains(&a[i]))),
            "minProperties" => value.as_object().is_none_or(|o| o.len() as f64 >= number(rule)),
            "maxProperties" => value.as_object().is_none_or(|o| o.len() as f64 <= number(rule)),
            "required" => {
                value.as_object().is_none_or(|o| list(rule).iter().all(|r| o.contains_key(r.as_str().expect("a name"))))
            }
            "prefixItems" => {
                value.as_array().is_none_or(|a| a.iter().zip(list(rule)).all(|(v, r)| check(whole, r, v, at).is_ok()))
            }
            "properties" => {
                for (name, rule) in rule.as_object().expect("by name") {
                    value.get(name).map_or(Ok(()), |v| check(whole, rule, v, &format!("{at}.{name}")))?;
                }
                true
            }
            "propertyNames" => value
                .as_object()
                .is_none_or(|o| o.keys().all(|k| check(whole, rule, &Value::from(k.as_str()), at).is_ok())),
            "anyOf" => list(rule).iter().any(|r| check(whole, r, value, at).is_ok()),
            "oneOf" => list(rule).iter().filter(|r| check(whole, r, value, at).is_ok()).count() == 1,
            other => panic!("the checker does not know \"{other}\""),
        };
        if !fine {
            return Err(format!("{at}: {keyword} {}", rule.to_string().chars().take(80).collect::<String>()));
        }
    }
    rest(whole, rules, value, at)
}

/// What stands beside the named properties and the counted items.
fn rest(whole: &Value, rules: &serde_json::Map<String, Value>, value: &Value, at: &str) -> Result<(), String> {
    if let (Some(rule), Some(object)) = (rules.get("additionalProperties"), value.as_object()) {
        let named = rules.get("properties").and_then(Value::as_object);
        for (key, value) in object.iter().filter(|(key, _)| named.is_none_or(|n| !n.contains_key(*key))) {
            check(whole, rule, value, &format!("{at}.{key}"))?;
        }
    }
    if let (Some(rule), Some(array)) = (rules.get("items"), value.as_array()) {
        let counted = rules.get("prefixItems").and_then(Value::as_array).map_or(0, Vec::len);
        for (i, value) in array.iter().enumerate().skip(counted) {
            check(whole, rule, value, &format!("{at}[{i}]"))?;
        }
    }
    Ok(())
}

fn referred<'s>(whole: &'s Value, rule: &Value) -> &'s Value {
    let path = rule.as_str().and_then(|r| r.strip_prefix('#')).expect("within the schema").replace("%20", " ");
    whole.pointer(&path).unwrap_or_else(|| panic!("no {path}"))
}

fn is_of(kind: &str, value: &Value) -> bool {
    match kind {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "number" => value.is_number(),
        "integer" => value.as_f64().is_some_and(|n| n.fract() == 0.0),
        other => panic!("no type \"{other}\""),
    }
}

fn same(rule: &Value, value: &Value) -> bool {
    match (rule.as_f64(), value.as_f64()) {
        (Some(a), Some(b)) => a == b,
        _ => rule == value,
    }
}

fn is_kebab(word: &str) -> bool {
    let good = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    !word.is_empty() && word.chars().all(good) && !word.starts_with('-') && !word.ends_with('-')
}

fn number(rule: &Value) -> f64 {
    rule.as_f64().expect("a number")
}

fn list(rule: &Value) -> &Vec<Value> {
    rule.as_array().expect("a list")
}
