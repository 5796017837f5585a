//! How wide words are, without a font at hand: a table on the safe side, and lines broken by it.

/// The width of a text in pixels at a font size in pixels; a little more than most fonts need.
pub fn width(text: &str, size: f64) -> f64 {
    text.chars().map(of).sum::<f64>() * size
}

/// In parts of the font size: between a wide sans (DejaVu) and a usual one.
fn of(c: char) -> f64 {
    match c {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | '’' | '‘' => 0.3,
        'f' | 't' | 'r' | '(' | ')' | '[' | ']' | ' ' | '-' | '/' | '"' | '“' | '”' | '·' => 0.4,
        'm' | 'M' | 'w' | 'W' | '@' | '%' | '…' | '—' => 0.94,
        'a'..='z' => 0.59,
        '0'..='9' => 0.6,
        'A'..='Z' => 0.69,
        // Latin with accents, Greek, Cyrillic and the like
        '\u{80}'..='\u{10ff}' => 0.72,
        '\u{2000}'..='\u{2fff}' => 0.85,
        _ => 1.05,
    }
}

/// At most so many lines of at most this width, the last with an ellipsis where words are left.
pub fn wrap(text: &str, most_width: f64, size: f64, most_lines: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace().flat_map(|word| pieces(word, most_width, size)) {
        let longer = if line.is_empty() { word.clone() } else { format!("{line} {word}") };
        if width(&longer, size) <= most_width || line.is_empty() {
            line = longer;
            continue;
        }
        if lines.len() + 1 == most_lines {
            lines.push(cut(&longer, most_width, size));
            return lines;
        }
        lines.push(std::mem::replace(&mut line, word));
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// One line of at most this width, with an ellipsis where something is left out.
pub fn cut(text: &str, most_width: f64, size: f64) -> String {
    if width(text, size) <= most_width {
        return text.to_owned();
    }
    let mut left = most_width - width("…", size);
    let kept: String = text
        .chars()
        .take_while(|c| {
            left -= of(*c) * size;
            left >= 0.0
        })
        .collect();
    // whole words, unless that leaves next to nothing
    let whole = kept.rfind(' ').filter(|at| *at * 2 > kept.len()).map_or(kept.as_str(), |at| &kept[..at]);
    format!("{}…", whole.trim_end_matches([' ', ',', '.', ';', ':']))
}

/// A word in pieces that each fit a line.
fn pieces(word: &str, most_width: f64, size: f64) -> Vec<String> {
    let mut pieces = vec![String::new()];
    let mut used = 0.0;
    for c in word.chars() {
        let wide = of(c) * size;
        if used + wide > most_width && used > 0.0 {
            pieces.push(String::new());
            used = 0.0;
        }
        used += wide;
        if let Some(piece) = pieces.last_mut() {
            piece.push(c);
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::{cut, width, wrap};

    #[test]
    fn lines_keep_to_their_width_and_lose_nothing_but_the_end() {
        let text = "She writes a time on the back of a coaster, and turns it over so that nobody sees it.";
        let lines = wrap(text, 180.0, 13.0, 9);
        assert!(lines.iter().all(|line| width(line, 13.0) <= 180.0), "{lines:?}");
        assert_eq!(lines.join(" "), text);
        let short = wrap(text, 180.0, 13.0, 2);
        assert!(short.len() == 2 && short[1].ends_with('…'), "{short:?}");
    }

    #[test]
    fn a_word_without_end_is_broken() {
        let lines = wrap(&"x".repeat(200), 100.0, 13.0, 99);
        assert!(lines.iter().all(|line| width(line, 13.0) <= 100.0), "{lines:?}");
        assert_eq!(cut(&"x".repeat(200), 40.0, 10.0), "xxxxx…");
    }
}
