//! A figure as data: layers of closed cubic outlines, back to front.

/// A closed outline in figure units (a head is 200 high, the eyes lie on y = 0, y grows downwards): its first point, then
/// three points for each cubic segment.
pub type Outline = Vec<[f32; 2]>;

/// How a layer's outlines make its shape.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// Each outline is filled.
    #[default]
    Shape,
    /// Two outlines with as many points each, the same way round: the strip between them is filled.
    Strip,
}

/// One flat shape.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layer {
    pub outlines: Vec<Outline>,
    /// sRGB.
    pub color: [u8; 3],
    /// 0 to 1.
    pub opacity: f32,
    /// Standard deviation of the soft edge in figure units; 0 is a clean cut.
    pub blur: f32,
    /// The shape of [`Drawing::clips`] outside of which nothing of this layer shows.
    pub clip: Option<usize>,
    pub kind: Kind,
}

/// A figure, ready to be meshed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Drawing {
    pub layers: Vec<Layer>,
    pub clips: Vec<Vec<Outline>>,
}
