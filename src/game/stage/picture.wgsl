// A picture at any size: as it is, times the vertex colors, or with the warmth gone out of it.
#import bevy_sprite::mesh2d_vertex_output::VertexOutput

@group(#{MATERIAL_BIND_GROUP}) @binding(0) var picture: texture_2d<f32>;
@group(#{MATERIAL_BIND_GROUP}) @binding(1) var smooth_sampler: sampler;
@group(#{MATERIAL_BIND_GROUP}) @binding(2) var<uniform> drain: f32;

// what is left of the colors once all warmth is gone, and the cold light that takes its place
const KEPT = 0.45;
const COLD = vec3<f32>(0.80, 0.88, 1.0);

@fragment
fn fragment(in: VertexOutput) -> @location(0) vec4<f32> {
    let color = textureSample(picture, smooth_sampler, in.uv);
#ifdef VERTEX_COLORS
    return color * in.color;
#else
    if drain == 0.0 {
        return color;
    }
    let gray = vec3<f32>(dot(color.rgb, vec3<f32>(0.2126, 0.7152, 0.0722)));
    let cold = mix(gray, color.rgb, KEPT) * COLD;
    return vec4<f32>(mix(color.rgb, cold, drain), color.a);
#endif
}
