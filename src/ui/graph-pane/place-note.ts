import type { Box, Point } from '../../layout/index.ts'

const GAP = 8

interface NoteRoom {
  /** Cards, holes and their words. */
  readonly solid: readonly Box[]
  /** Of the whole picture. */
  readonly size: { readonly width: number; readonly height: number }
}

/** Where a note about something stands: beneath it, or the next place near it or in its column where it covers nothing. */
export function placeNote(
  about: Box,
  { width, height }: Pick<Box, 'width' | 'height'>,
  { solid, size }: NoteRoom,
): Point {
  const x = Math.max(0, Math.min(about.x + about.width - width, size.width - width))
  const beneath = { x, y: about.y + about.height + GAP }
  const column = solid.filter(box => box.x < x + width && box.x + box.width > x)
  const places = [
    beneath,
    { x: about.x + about.width + GAP, y: about.y },
    { x, y: Math.max(...column.map(box => box.y + box.height)) + GAP },
    { x, y: about.y - GAP - height },
    { x: about.x - GAP - width, y: about.y },
  ]
  const isFree = (at: Point): boolean =>
    at.x >= 0 &&
    at.y >= 0 &&
    at.x + width <= size.width &&
    at.y + height <= size.height &&
    !solid.some(
      box => box.x < at.x + width && box.x + box.width > at.x && box.y < at.y + height && box.y + box.height > at.y,
    )
  return places.find(isFree) ?? beneath
}
