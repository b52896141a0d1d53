interface Size {
  readonly width: number
  readonly height: number
}

const GAP = 8
const EDGE = 12

/** Where a box of a size goes beside what it belongs to: to the right, else to the left, else below; all of it on the screen. */
export function placeBeside(
  at: Size & { readonly x: number; readonly y: number },
  { width, height }: Size,
  screen: Size,
): { readonly left: number; readonly top: number } {
  const right = at.x + at.width + GAP
  const left = at.x - GAP - width
  const within = (value: number, size: number, most: number): number =>
    Math.max(EDGE, Math.min(value, most - EDGE - size))
  const top = within(at.y - GAP, height, screen.height)
  if (right + width + EDGE <= screen.width) return { left: right, top }
  if (left >= EDGE) return { left, top }
  const below = at.y + at.height + GAP
  const above = at.y - GAP - height
  const fits = below + height + EDGE <= screen.height
  return {
    left: within(at.x, width, screen.width),
    top: fits ? below : within(above, height, screen.height),
  }
}
