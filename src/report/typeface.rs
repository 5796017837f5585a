//! The project's typeface, written into a page so that it needs nothing beside it.

const FONT: &[u8] = include_bytes!("../../assets/fonts/AtkinsonHyperlegibleNext.ttf");
const ITALIC: &[u8] = include_bytes!("../../assets/fonts/AtkinsonHyperlegibleNext-Italic.ttf");

/// The rules that bring the typeface along (Atkinson Hyperlegible Next, under the SIL Open Font License).
pub fn faces() -> String {
    let face = |style: &str, font: &[u8]| {
        format!(
            "@font-face{{font-family:\"Atkinson Hyperlegible Next\";font-style:{style};font-weight:200 800;\
             src:url(data:font/ttf;base64,{})}}\n",
            base64(font)
        )
    };
    face("normal", FONT) + &face("italic", ITALIC)
}

/// RFC 4648, with padding.
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let word = (0..3).fold(0_u32, |word, i| word << 8 | u32::from(three.get(i).copied().unwrap_or(0)));
        for i in 0..4 {
            let letter = LETTERS[(word >> (18 - 6 * i) & 63) as usize];
            out.push(if i <= three.len() { char::from(letter) } else { '=' });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::base64;

    #[test]
    fn the_examples_of_rfc_4648_come_out() {
        let cases =
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE=")];
        for (plain, coded) in cases {
            assert_eq!(base64(plain.as_bytes()), coded);
        }
    }
}
