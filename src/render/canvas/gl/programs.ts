/** A quad for each plain particle: its stamp, on whole pixels, as `stampParticles` puts it. */
const STAMPS_VERTEX = `#version 300 es
layout(location = 0) in vec4 mark;
uniform vec3 view;
uniform vec2 size;
uniform float cell;
out vec2 texel;
flat out int look;
flat out float opacity;
void main() {
  vec2 corner = vec2(gl_VertexID & 1, gl_VertexID >> 1);
  vec2 quarters = floor((mark.xy * view.x + view.yz) * 4.0 + 0.5);
  vec2 pixel = floor(quarters / 4.0);
  texel = (quarters - pixel * 4.0 + corner) * cell;
  look = int(mark.z);
  opacity = mark.w;
  vec2 at = (pixel - (cell - 1.0) / 2.0 + corner * cell) / size;
  gl_Position = vec4(at.x * 2.0 - 1.0, 1.0 - at.y * 2.0, 0.0, 1.0);
}`

const STAMPS_FRAGMENT = `#version 300 es
precision highp float;
precision highp sampler2DArray;
uniform sampler2DArray atlas;
in vec2 texel;
flat in int look;
flat in float opacity;
out vec4 colour;
void main() {
  colour = texelFetch(atlas, ivec3(ivec2(texel), look), 0) * opacity;
}`

/** One triangle over everything, for a picture of the canvas's own size. */
const OVER_VERTEX = `#version 300 es
void main() {
  gl_Position = vec4(vec2(gl_VertexID & 1, gl_VertexID >> 1) * 4.0 - 1.0, 0.0, 1.0);
}`

const OVER_FRAGMENT = `#version 300 es
precision highp float;
uniform sampler2D picture;
uniform vec2 size;
out vec4 colour;
void main() {
  colour = texelFetch(picture, ivec2(gl_FragCoord.x, size.y - gl_FragCoord.y), 0);
}`

export interface Program {
  readonly use: () => void
  readonly uniform: (name: string) => WebGLUniformLocation | null
}

export const stampsProgram = (gl: WebGL2RenderingContext): Program => link(gl, STAMPS_VERTEX, STAMPS_FRAGMENT)
export const overProgram = (gl: WebGL2RenderingContext): Program => link(gl, OVER_VERTEX, OVER_FRAGMENT)

/** Throws where the browser does not take it; of a context that is lost nothing is known. */
function link(gl: WebGL2RenderingContext, vertex: string, fragment: string): Program {
  const program = gl.createProgram()
  for (const [type, source] of [
    [gl.VERTEX_SHADER, vertex],
    [gl.FRAGMENT_SHADER, fragment],
  ] as const) {
    const shader = gl.createShader(type)
    if (!shader) continue
    gl.shaderSource(shader, source)
    gl.compileShader(shader)
    gl.attachShader(program, shader)
  }
  gl.linkProgram(program)
  if (gl.getProgramParameter(program, gl.LINK_STATUS) !== true && !gl.isContextLost())
    throw new Error(`The painter's program: ${gl.getProgramInfoLog(program) ?? ''}`)
  const known = new Map<string, WebGLUniformLocation | null>()
  return {
    use: () => {
      gl.useProgram(program)
    },
    uniform: name => {
      const there = known.get(name)
      if (there !== undefined) return there
      const location = gl.getUniformLocation(program, name)
      known.set(name, location)
      return location
    },
  }
}
