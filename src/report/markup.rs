//! Words within markup: nothing in them can open a tag, close a quote, or turn the reading direction round.

use super::page::clean;

/// Fit to stand in an element or in an attribute, in HTML and in XML.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in clean(text).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            // no characters in the eyes of XML
            '\u{fffe}' | '\u{ffff}' => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn nothing_can_open_a_tag_or_close_a_quote() {
        assert_eq!(escape("<b a=\"x\" b='y'>&\u{1b}\u{202e}\u{ffff}"), "&lt;b a=&quot;x&quot; b=&#39;y&#39;&gt;&amp;");
    }
}
