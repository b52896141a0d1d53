import type { Box } from '../../layout/index.ts'

const STEM = 22
const MARGIN = 8

export interface CalloutPlace {
  readonly x: number
  readonly y: number
  /** The line from the card to it. */
  readonly stemX: number
  readonly stemFrom: number
  readonly stemTo: number
}

/** Where what is said of a card stands: beneath it or above it where beneath there is no room. */
export function placeCallout(
  card: Box,
  { width, height }: Pick<Box, 'width' | 'height'>,
  picture: Pick<Box, 'width' | 'height'>,
): CalloutPlace {
  const middle = card.x + card.width / 2
  const x = Math.max(MARGIN, Math.min(middle - width / 2, picture.width - width - MARGIN))
  const bottom = card.y + card.height
  const fitsBeneath = bottom + STEM + height + MARGIN <= picture.height
  const fitsAbove = card.y - STEM - height >= MARGIN
  return fitsBeneath || !fitsAbove
    ? { x, y: bottom + STEM, stemX: middle, stemFrom: bottom, stemTo: bottom + STEM }
    : { x, y: card.y - STEM - height, stemX: middle, stemFrom: card.y - STEM, stemTo: card.y }
}
