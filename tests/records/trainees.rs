//! Several people on one machine.

use alongside::records::{Pin, Records, Trouble};

use super::NOW;

#[test]
fn a_name_is_kept_as_one_line_without_what_a_terminal_would_obey() {
    let records = Records::in_memory();
    let name = |text: &str| records.add_trainee(text, NOW).expect("kept").name;
    assert_eq!(name("  Elena \n Ruiz\u{7}\u{1b}[31m "), "Elena Ruiz [31m");
    assert_eq!(name(""), "");
    assert_eq!(name(&"x".repeat(500)).len(), 60);
}

#[test]
fn who_was_here_last_comes_first() {
    let records = Records::in_memory();
    let ix = ["Elena", "Sam", "Ada"].map(|name| records.add_trainee(name, NOW).expect("kept").ix);
    records.came(ix[1], NOW.days_on(1)).expect("kept");
    let names: Vec<String> = records.trainees().expect("readable").into_iter().map(|t| t.name).collect();
    assert_eq!(names, ["Sam", "Elena", "Ada"]);
}

#[test]
fn a_pin_opens_for_its_owner_alone() {
    let records = Records::in_memory();
    let elena = records.add_trainee("Elena", NOW).expect("kept").ix;
    assert!(records.opens(elena, "").expect("readable"), "who has none is not asked");
    records.set_pin(elena, Some(&Pin::new("4711").expect("long enough"))).expect("kept");
    assert!(records.trainee(elena).expect("there").has_pin);
    let opens = ["4711", "4712", "", "47111"].map(|pin| records.opens(elena, pin).expect("readable"));
    assert_eq!(opens, [true, false, false, false]);
    records.set_pin(elena, None).expect("taken away");
    assert!(records.opens(elena, "anything").expect("readable"));
    assert_eq!(Pin::new("123").err(), Some("a PIN has 4 to 12 characters".to_owned()));
}

#[test]
fn a_name_that_fits_two_names_nobody() {
    let records = Records::in_memory();
    for name in ["Sam", "sam", "Ada"] {
        records.add_trainee(name, NOW).expect("kept");
    }
    assert_eq!(records.trainee_called("ADA").expect("there").name, "Ada");
    let two = records.trainee_called("Sam");
    assert!(matches!(&two, Err(Trouble::Unknown(why)) if why.starts_with("2 people here")), "{two:?}");
    let id = records.trainee_called("Ada").expect("there").id.to_string();
    assert_eq!(records.trainee_called(&id[..8]).expect("there").name, "Ada");
}
