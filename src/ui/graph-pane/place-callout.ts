import type { Box, Point } from '../../layout/index.ts'
import { overlaps } from '../../layout/pills.ts'
import { boundsOf } from '../../render/index.ts'

const STEM = 22
/** A stem stands no nearer to the corners of what it joins. */
const CORNER = 18
const MARGIN = 8

type Size = Pick<Box, 'width' | 'height'>

export interface CalloutPlace extends Point {
  /** The line from the card to it. */
  readonly stem: readonly [Point, Point]
}

/** What a callout is to leave free: holes in any case, pills where it can. */
export interface KeepFree {
  readonly holes: readonly Box[]
  readonly pills: readonly Box[]
}

/** Of the picture; and what a window shows of it at once. */
interface Room {
  readonly picture: Size
  readonly window: Size
}

/**
 * Where what is said of a card stands: beneath it, above it, right or left of it, at the first place where it covers no
 * hole, can be seen together with the card, is inside the picture and covers no pill, in this order of weight.
 */
export function placeCallout(card: Box, callout: Size, room: Room, { holes, pills }: KeepFree): CalloutPlace {
  const { picture, window } = room
  const isInside = ({ x, y }: Point): boolean =>
    [x, y, picture.width - x - callout.width, picture.height - y - callout.height].every(room => room >= MARGIN)
  const costOf = (place: CalloutPlace): number => {
    const covered = (boxes: readonly Box[]): number =>
      boxes.filter(box => overlaps(box, { ...place, ...callout })).length
    const isSeen = isInWindow(card, { ...place, ...callout }, window)
    return 100_000 * covered(holes) + (isSeen ? 0 : 10_000) + (isInside(place) ? 0 : 1000) + covered(pills)
  }
  return leastOf(placesAround(card, callout, picture), costOf)
}

/** Whether a window of this size can show both at once. */
export function isInWindow(card: Box, callout: Box, window: Size): boolean {
  const both = boundsOf([card, callout])
  return both !== undefined && both.width <= window.width && both.height <= window.height
}

/** In the order of preference; the first one is beneath. */
function placesAround(card: Box, { width, height }: Size, picture: Size): readonly [CalloutPlace, ...CalloutPlace[]] {
  const [middleX, middleY] = [card.x + card.width / 2, card.y + card.height / 2]
  const [right, bottom] = [card.x + card.width, card.y + card.height]
  const within = (x: number): number => Math.max(MARGIN, Math.min(x, picture.width - width - MARGIN))
  const [along, toLeft, toRight] = [
    within(middleX - width / 2),
    within(middleX + CORNER - width),
    within(middleX - CORNER),
  ]
  const beneath = (x: number): CalloutPlace => ({
    x,
    y: bottom + STEM,
    stem: [
      { x: middleX, y: bottom },
      { x: middleX, y: bottom + STEM },
    ],
  })
  const above = (x: number): CalloutPlace => ({
    x,
    y: card.y - STEM - height,
    stem: [
      { x: middleX, y: card.y },
      { x: middleX, y: card.y - STEM },
    ],
  })
  const beside = (x: number, from: number, to: number): CalloutPlace => ({
    x,
    y: middleY - height / 2,
    stem: [
      { x: from, y: middleY },
      { x: to, y: middleY },
    ],
  })
  return [
    beneath(along),
    beneath(toLeft),
    beneath(toRight),
    above(along),
    above(toLeft),
    above(toRight),
    beside(right + STEM, right, right + STEM),
    beside(card.x - STEM - width, card.x, card.x - STEM),
  ]
}

function leastOf<T>([first, ...others]: readonly [T, ...T[]], costOf: (one: T) => number): T {
  let [least, cost] = [first, costOf(first)]
  for (const one of others) if (costOf(one) < cost) [least, cost] = [one, costOf(one)]
  return least
}
