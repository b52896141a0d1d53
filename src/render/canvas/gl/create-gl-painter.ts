import { PLAIN_FLOATS, countOf } from '../frame.ts'
import { paintParticles } from '../paint-particles.ts'
import { fitCanvas } from '../painter.ts'
import type { Painter } from '../painter.ts'
import { cellOf, stampKind } from '../stamp-picture.ts'
import { createAtlas } from './create-atlas.ts'
import { overProgram, stampsProgram } from './programs.ts'

/** Only what the machine has hardware for: GL worked out by the CPU is slower than stamps. */
const CONTEXT: WebGLContextAttributes = {
  antialias: false,
  depth: false,
  failIfMajorPerformanceCaveat: true,
  powerPreference: 'low-power',
}

/** Whether the browser has GL by hardware. Asked on a canvas of its own: each keeps the kind of context that it got first. */
export function hasGl(): boolean {
  const gl = new OffscreenCanvas(1, 1).getContext('webgl2', CONTEXT)
  gl?.getExtension('WEBGL_lose_context')?.loseContext()
  return gl !== null
}

/** The same pictures as those of stamps, all plain particles in one call; undefined where there is no GL. */
export function createGlPainter(canvas: OffscreenCanvas, onLost: () => void): Painter | undefined {
  const gl = canvas.getContext('webgl2', CONTEXT)
  if (!gl) return undefined
  canvas.addEventListener('webglcontextlost', onLost)
  const [stamps, over] = [stampsProgram(gl), overProgram(gl)]
  const atlas = createAtlas(gl)
  const others = new OffscreenCanvas(1, 1)
  const othersContext = others.getContext('2d')
  const picture = gl.createTexture()
  gl.bindTexture(gl.TEXTURE_2D, picture)
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST)
  gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer())
  gl.enableVertexAttribArray(0)
  gl.vertexAttribPointer(0, PLAIN_FLOATS, gl.FLOAT, false, 0, 0)
  gl.vertexAttribDivisor(0, 1)
  gl.enable(gl.BLEND)
  gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA)
  gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, true)
  return {
    paint: (frame, palette, view) => {
      fitCanvas(canvas, view)
      const { width, height } = canvas
      if (width === 0 || height === 0) return
      const { camera, pixelRatio } = view
      const kind = stampKind(countOf(frame), palette, view)
      gl.viewport(0, 0, width, height)
      gl.clearColor(0, 0, 0, 0)
      gl.clear(gl.COLOR_BUFFER_BIT)
      if (frame.plain.length > 0) {
        atlas.show(kind, frame.plain)
        stamps.use()
        gl.uniform3f(stamps.uniform('view'), camera.k * pixelRatio, camera.x * pixelRatio, camera.y * pixelRatio)
        gl.uniform2f(stamps.uniform('size'), width, height)
        gl.uniform1f(stamps.uniform('cell'), cellOf(kind))
        gl.bufferData(gl.ARRAY_BUFFER, frame.plain, gl.DYNAMIC_DRAW)
        gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 4, frame.plain.length / PLAIN_FLOATS)
      }
      if (frame.others.length > 0 && othersContext) {
        fitCanvas(others, view)
        paintParticles(othersContext, frame.others, palette, view, kind.radius)
        gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA8, gl.RGBA, gl.UNSIGNED_BYTE, others)
        over.use()
        gl.uniform2f(over.uniform('size'), width, height)
        gl.drawArrays(gl.TRIANGLES, 0, 3)
      }
    },
  }
}
