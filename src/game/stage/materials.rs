//! The two ways in which the stage is drawn: soft-edged shapes, and pictures.

use bevy::asset::{RenderAssetUsages, embedded_asset};
use bevy::mesh::{
    Indices, MeshVertexAttribute, MeshVertexBufferLayoutRef, PrimitiveTopology, VertexAttributeValues, VertexFormat,
};
use bevy::prelude::*;
use bevy::render::render_resource::{
    AsBindGroup, CompareFunction, RenderPipelineDescriptor, SpecializedMeshPipelineError,
};
use bevy::shader::ShaderRef;
use bevy::sprite_render::{AlphaMode2d, Material2d, Material2dKey, Material2dPlugin};

use super::soft::Geometry;

const TINT: MeshVertexAttribute = MeshVertexAttribute::new("Tint", 0x416C_0001, VertexFormat::Unorm8x4);
const OFFSET: MeshVertexAttribute = MeshVertexAttribute::new("MaskOffset", 0x416C_0002, VertexFormat::Sint16x2);
const RECT: MeshVertexAttribute = MeshVertexAttribute::new("MaskRect", 0x416C_0003, VertexFormat::Uint16x4);

pub(super) fn plugin(app: &mut App) {
    embedded_asset!(app, "paint.wgsl");
    embedded_asset!(app, "picture.wgsl");
    app.add_plugins((Material2dPlugin::<Paint>::default(), Material2dPlugin::<Picture>::default()));
}

/// Shapes whose edges carry their softness; see [`super::soft`].
#[derive(Asset, TypePath, AsBindGroup, Clone)]
pub struct Paint {
    #[texture(0)]
    pub mask: Handle<Image>,
}

impl Material2d for Paint {
    fn vertex_shader() -> ShaderRef {
        "embedded://alongside/game/stage/paint.wgsl".into()
    }

    fn fragment_shader() -> ShaderRef {
        "embedded://alongside/game/stage/paint.wgsl".into()
    }

    fn alpha_mode(&self) -> AlphaMode2d {
        AlphaMode2d::Blend
    }

    fn specialize(
        descriptor: &mut RenderPipelineDescriptor,
        layout: &MeshVertexBufferLayoutRef,
        _key: Material2dKey<Self>,
    ) -> Result<(), SpecializedMeshPipelineError> {
        descriptor.vertex.buffers = vec![layout.0.get_layout(&[
            Mesh::ATTRIBUTE_POSITION.at_shader_location(0),
            TINT.at_shader_location(1),
            OFFSET.at_shader_location(2),
            RECT.at_shader_location(3),
        ])?];
        if let Some(depth) = &mut descriptor.depth_stencil {
            // the first fragment of a layer wins
            depth.depth_write_enabled = Some(true);
            depth.depth_compare = Some(CompareFunction::Greater);
        }
        Ok(())
    }
}

/// A picture, opaque or not; the colors of its mesh, where it has any, are multiplied with it.
#[derive(Asset, TypePath, AsBindGroup, Clone)]
pub struct Picture {
    #[texture(0)]
    #[sampler(1)]
    pub image: Handle<Image>,
    /// How far the warmth has gone out of it, 0 to 1.
    #[uniform(2)]
    pub drain: f32,
    pub opaque: bool,
}

impl Material2d for Picture {
    fn fragment_shader() -> ShaderRef {
        "embedded://alongside/game/stage/picture.wgsl".into()
    }

    fn alpha_mode(&self) -> AlphaMode2d {
        if self.opaque { AlphaMode2d::Opaque } else { AlphaMode2d::Blend }
    }
}

/// The geometry as a mesh around the middle of a picture of this size.
pub(super) fn soft_mesh(geometry: &Geometry, size: Vec2) -> Mesh {
    let half = size * 0.5;
    let positions: Vec<[f32; 3]> = geometry.positions.iter().map(|p| [p[0] - half.x, half.y - p[1], p[2]]).collect();
    Mesh::new(PrimitiveTopology::TriangleList, RenderAssetUsages::RENDER_WORLD)
        .with_inserted_attribute(Mesh::ATTRIBUTE_POSITION, positions)
        .with_inserted_attribute(TINT, VertexAttributeValues::Unorm8x4(geometry.tints.clone()))
        .with_inserted_attribute(OFFSET, VertexAttributeValues::Sint16x2(geometry.offsets.clone()))
        .with_inserted_attribute(RECT, VertexAttributeValues::Uint16x4(geometry.rects.clone()))
        .with_inserted_indices(Indices::U32(geometry.indices.clone()))
}

/// A corner of a patch: where it lies in pixels from the top left, the part of the texture, and what its color is
/// multiplied by.
pub(super) type PatchCorner = ([f32; 2], [f32; 2], [f32; 4]);

/// Convex patches, each of three corners or more in order around it, in a picture of this size.
pub(super) fn patches(patches: &[Vec<PatchCorner>], size: Vec2) -> Mesh {
    // a mesh without a corner is no mesh: where there is nothing, a point that nobody sees
    let nothing = [vec![([0.0; 2], [0.0; 2], [0.0; 4]); 3]];
    let patches = if patches.iter().all(|patch| patch.len() < 3) { &nothing[..] } else { patches };
    let (mut positions, mut uvs, mut colors, mut indices) = (vec![], vec![], vec![], vec![]);
    for patch in patches {
        let first = positions.len() as u32;
        for ([x, y], uv, color) in patch {
            positions.push([x - size.x * 0.5, size.y * 0.5 - y, 0.0]);
            uvs.push(*uv);
            colors.push(*color);
        }
        let fan = (2..patch.len() as u32).flat_map(|ix| [first, first + ix - 1, first + ix]);
        indices.extend(fan);
    }
    Mesh::new(PrimitiveTopology::TriangleList, RenderAssetUsages::RENDER_WORLD)
        .with_inserted_attribute(Mesh::ATTRIBUTE_POSITION, positions)
        .with_inserted_attribute(Mesh::ATTRIBUTE_UV_0, uvs)
        .with_inserted_attribute(Mesh::ATTRIBUTE_COLOR, colors)
        .with_inserted_indices(Indices::U32(indices))
}

/// A rectangle given in pixels from the top left of a picture of this size, showing the part `uv` of its texture.
pub(super) fn quad(rect: Rect, uv: Rect, size: Vec2) -> Mesh {
    quads(&[(rect, uv)], size)
}

/// Several such rectangles with their parts; where there are none, a point that nobody sees.
pub(super) fn quads(parts: &[(Rect, Rect)], size: Vec2) -> Mesh {
    let nothing = [(Rect { min: Vec2::ZERO, max: Vec2::ZERO }, Rect { min: Vec2::ZERO, max: Vec2::ZERO })];
    let parts = if parts.is_empty() { &nothing[..] } else { parts };
    let (mut positions, mut uvs, mut indices) = (vec![], vec![], vec![]);
    for (rect, uv) in parts {
        let first = positions.len() as u32;
        let (left, right) = (rect.min.x - size.x * 0.5, rect.max.x - size.x * 0.5);
        let (top, bottom) = (size.y * 0.5 - rect.min.y, size.y * 0.5 - rect.max.y);
        positions.extend([[left, top, 0.0], [right, top, 0.0], [right, bottom, 0.0], [left, bottom, 0.0]]);
        uvs.extend([[uv.min.x, uv.min.y], [uv.max.x, uv.min.y], [uv.max.x, uv.max.y], [uv.min.x, uv.max.y]]);
        indices.extend([0, 3, 2, 0, 2, 1].map(|ix| first + ix));
    }
    let normals = vec![[0.0, 0.0, 1.0]; positions.len()];
    Mesh::new(PrimitiveTopology::TriangleList, RenderAssetUsages::RENDER_WORLD)
        .with_inserted_attribute(Mesh::ATTRIBUTE_POSITION, positions)
        .with_inserted_attribute(Mesh::ATTRIBUTE_NORMAL, normals)
        .with_inserted_attribute(Mesh::ATTRIBUTE_UV_0, uvs)
        .with_inserted_indices(Indices::U32(indices))
}
