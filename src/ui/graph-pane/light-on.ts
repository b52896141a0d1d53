import type { Box, Positions } from '../../layout/index.ts'
import { boundsOf } from '../../render/index.ts'
import type { Spot } from '../../state/index.ts'
import { placeCallout } from './place-callout.ts'
import type { CalloutPlace } from './place-callout.ts'
import { widthOf } from './Words.tsx'

const AROUND = 6
const HEIGHT = 52

export interface Light {
  /** What stays bright: a card, or a hole with its words. */
  readonly bright: Box
  readonly callout: Box & CalloutPlace
}

/** Where the light of a spot falls, and its callout stands; undefined where the picture does not have it. */
export function lightOn(
  { id, parts, title, words }: Pick<Spot, 'id' | 'parts' | 'title' | 'words'>,
  { boxes, size }: Positions,
): Light | undefined {
  const card = boundsOf([id, `${id}#label`].flatMap(one => boxes.get(one) ?? []))
  const box = card ?? boundsOf(parts.flatMap(one => boxes.get(one) ?? []))
  if (!box) return undefined
  const bright = {
    x: box.x - AROUND,
    y: box.y - AROUND,
    width: box.width + 2 * AROUND,
    height: box.height + 2 * AROUND,
  }
  // In steps: its numbers grow, and it stands still.
  const width = 12 * Math.ceil(Math.max(widthOf(title, 12, 600), widthOf(words, 12)) / 12) + 40
  const callout = { width, height: HEIGHT }
  return { bright, callout: { ...callout, ...placeCallout(bright, callout, size) } }
}
