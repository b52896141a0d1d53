import type { Box, Positions } from '../../layout/index.ts'
import { overlaps, pillBox } from '../../layout/pills.ts'
import { boundsOf } from '../../render/index.ts'
import type { Spot } from '../../state/index.ts'
import { isInWindow, placeCallout } from './place-callout.ts'
import type { CalloutPlace } from './place-callout.ts'
import { widthOf } from './Words.tsx'

const AROUND = 6
const HEIGHT = 52

export interface Light {
  /** What stays bright: a card, or a hole with its words. */
  readonly bright: Box
  /** It and all holes, which nothing dims; where some of them overlap, what is around both. */
  readonly windows: readonly Box[]
  /** Undefined: the window cannot show it together with the card. */
  readonly callout: (Box & CalloutPlace) | undefined
}

/** Where the light of a spot falls, and its callout stands; undefined where the picture does not have it. */
export function lightOn(
  { id, parts, title, words }: Pick<Spot, 'id' | 'parts' | 'title' | 'words'>,
  { boxes, pills, size: picture }: Pick<Positions, 'boxes' | 'pills' | 'size'>,
  window: Pick<Box, 'width' | 'height'>,
): Light | undefined {
  const whole = (one: string): readonly Box[] => [one, `${one}#label`].flatMap(part => boxes.get(part) ?? [])
  const box = boundsOf(whole(id)) ?? boundsOf(parts.flatMap(one => boxes.get(one) ?? []))
  if (!box) return undefined
  // Only holes have their words outside of them.
  const holes = [...boxes.keys()].flatMap(one => (boxes.has(`${one}#label`) ? (boundsOf(whole(one)) ?? []) : []))
  const bright = around(box)
  // In steps: its numbers grow, and it stands still.
  const width = 12 * Math.ceil(Math.max(widthOf(title, 12, 600), widthOf(words, 12)) / 12) + 40
  const size = { width, height: HEIGHT }
  const keepFree = { holes, pills: [...pills.values()].map(pillBox) }
  const windows = apart([bright, ...holes.map(around)])
  const callout = { ...size, ...placeCallout(bright, size, { picture, window }, keepFree) }
  return { bright, windows, callout: isInWindow(bright, callout, window) ? callout : undefined }
}

const around = ({ x, y, width, height }: Box): Box => ({
  x: x - AROUND,
  y: y - AROUND,
  width: width + 2 * AROUND,
  height: height + 2 * AROUND,
})

const apart = (boxes: readonly Box[]): readonly Box[] =>
  boxes.reduce<readonly Box[]>((before, box) => {
    const joined = before.filter(one => overlaps(one, box))
    const rest = before.filter(one => !overlaps(one, box))
    return joined.length === 0 ? [...before, box] : apart([...rest, boundsOf([box, ...joined]) ?? box])
  }, [])
