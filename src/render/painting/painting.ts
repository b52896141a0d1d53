import type { Camera } from '../camera.ts'
import type { View } from '../canvas/paint-particles.ts'
import type { Palette } from '../canvas/palette.ts'
import type { Mark } from '../drawn.ts'

/** All that one picture of the particles is made of. */
export interface Shown {
  readonly marks: readonly Mark[]
  readonly palette: Palette
  readonly view: View
}

/** The particles on the stage, wherever they are painted. */
export interface Painting {
  readonly show: (shown: Shown) => void
  /** The camera has moved: what is painted already goes with it at once. */
  readonly follow: (camera: Camera) => void
  readonly dispose: () => void
}
