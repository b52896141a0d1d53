import type { PackedFrame } from '../canvas/frame.ts'
import type { View } from '../canvas/paint-particles.ts'
import type { Palette } from '../canvas/palette.ts'
import type { Face } from '../still/faces.ts'

export type PaintedBy = 'gl' | 'stamps'

/** What the page tells the worker that paints. */
export type ToPainter =
  /** A worker has no style sheet: it is told of the faces that words are written in. */
  | { readonly kind: 'begin'; readonly faces: readonly Face[] }
  | { readonly kind: 'canvases'; readonly canvases: readonly OffscreenCanvas[]; readonly by: PaintedBy }
  | { readonly kind: 'palette'; readonly palette: Palette }
  /** To be painted on the canvas of that place; its buffer comes back. */
  | { readonly kind: 'frame'; readonly to: number; readonly frame: PackedFrame; readonly view: View }

/** What it answers. */
export type FromPainter =
  /** Undefined: it cannot. */
  | { readonly kind: 'ready'; readonly by: PaintedBy | undefined }
  | { readonly kind: 'painted'; readonly buffer: ArrayBuffer }
  /** The canvases are lost to GL: it needs others. */
  | { readonly kind: 'lost' }
