// Soft-edged shapes: vertex colors in sRGB, alpha times the coverage of what they are clipped to.
#import bevy_sprite::mesh2d_functions::{get_world_from_local, mesh2d_position_local_to_world, mesh2d_position_world_to_clip}

struct Vertex {
    @builtin(instance_index) instance: u32,
    @location(0) position: vec3<f32>,
    @location(1) tint: vec4<f32>,
    @location(2) offset: vec2<i32>,
    @location(3) rect: vec4<u32>,
}

struct Varying {
    @builtin(position) position: vec4<f32>,
    @location(0) tint: vec4<f32>,
    @location(1) @interpolate(flat) offset: vec2<i32>,
    @location(2) @interpolate(flat) rect: vec4<i32>,
}

@vertex
fn vertex(in: Vertex) -> Varying {
    var out: Varying;
    let world = mesh2d_position_local_to_world(get_world_from_local(in.instance), vec4<f32>(in.position, 1.0));
    out.position = mesh2d_position_world_to_clip(world);
    out.tint = in.tint;
    out.offset = in.offset;
    out.rect = vec4<i32>(in.rect);
    return out;
}

@group(#{MATERIAL_BIND_GROUP}) @binding(0) var mask: texture_2d<f32>;

@fragment
fn fragment(in: Varying) -> @location(0) vec4<f32> {
    let texel = clamp(vec2<i32>(in.position.xy) + in.offset, in.rect.xy, in.rect.zw);
    return vec4<f32>(in.tint.rgb, in.tint.a * textureLoad(mask, texel, 0).r);
}
