import { PLAIN_FLOATS } from '../frame.ts'
import { LOOKS } from '../looks.ts'
import { PHASES, cellOf, isSameKind, stampPicture } from '../stamp-picture.ts'
import type { StampKind } from '../stamp-picture.ts'

export interface Atlas {
  /** Has the stamps of all looks in there, and stands bound. */
  readonly show: (kind: StampKind, plain: Float32Array) => void
}

/** Stamps as a texture, a layer for each look, painted when it is first asked for. */
export function createAtlas(gl: WebGL2RenderingContext): Atlas {
  let texture: WebGLTexture | null = null
  let kept: StampKind | undefined
  const there = new Set<number>()
  const begin = (kind: StampKind): void => {
    gl.deleteTexture(texture)
    texture = gl.createTexture()
    there.clear()
    kept = kind
    const size = PHASES * cellOf(kind)
    gl.bindTexture(gl.TEXTURE_2D_ARRAY, texture)
    gl.texParameteri(gl.TEXTURE_2D_ARRAY, gl.TEXTURE_MIN_FILTER, gl.NEAREST)
    gl.texParameteri(gl.TEXTURE_2D_ARRAY, gl.TEXTURE_MAG_FILTER, gl.NEAREST)
    gl.texStorage3D(gl.TEXTURE_2D_ARRAY, 1, gl.RGBA8, size, size, LOOKS.length)
  }
  const add = (kind: StampKind, at: number): void => {
    there.add(at)
    const picture = stampPicture(kind, LOOKS[at] ?? 'alive')
    if (!picture) return
    const { width, height } = picture
    gl.texSubImage3D(gl.TEXTURE_2D_ARRAY, 0, 0, 0, at, width, height, 1, gl.RGBA, gl.UNSIGNED_BYTE, picture)
  }
  return {
    show: (kind, plain) => {
      if (kept && isSameKind(kept, kind)) gl.bindTexture(gl.TEXTURE_2D_ARRAY, texture)
      else begin(kind)
      let last = -1
      for (let i = 2; i < plain.length; i += PLAIN_FLOATS) {
        const look = plain[i] ?? 0
        if (look === last) continue
        last = look
        if (!there.has(look)) add(kind, look)
      }
    },
  }
}
