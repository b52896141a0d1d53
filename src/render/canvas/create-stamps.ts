import type { Mark } from '../drawn.ts'
import { cellOf, PHASES, stampPicture } from './stamp-picture.ts'
import type { StampKind } from './stamp-picture.ts'
import type { StampsOf } from './stamp-particles.ts'
import { dimmed, stampAt } from './stamp.ts'
import type { Stamp } from './stamp.ts'

/** Stamps for a sheet of that width, painted when they are first asked for. */
export function createStamps(kind: StampKind, sheetWidth: number): StampsOf {
  const made = new Map<Mark['look'], Map<number, readonly Stamp[]>>()
  return (look, opacity) => {
    const ofLook = made.get(look) ?? new Map<number, readonly Stamp[]>()
    made.set(look, ofLook)
    let stamps = ofLook.get(opacity)
    if (!stamps) ofLook.set(opacity, (stamps = stampsOf(kind, look, opacity, sheetWidth)))
    return stamps
  }
}

function stampsOf(kind: StampKind, look: Mark['look'], opacity: number, sheetWidth: number): readonly Stamp[] {
  const picture = stampPicture(kind, look)
  if (!picture) return []
  const pixels = dimmed(new Int32Array(picture.data.buffer), opacity)
  const { reach } = kind
  const cells = Array.from({ length: PHASES }, (_, phase) => phase * cellOf(kind))
  return cells.flatMap(y => cells.map(x => stampAt(pixels, picture.width, { x, y, reach }, sheetWidth)))
}
