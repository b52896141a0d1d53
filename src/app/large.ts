/** What a picture keeps free for the headline above it and the key below, in its own units: for a room it has neither. */
export const SPARED = 100

/** The stage's part of a screen of 1920 × 1080, on which the picture is so many times its own size. */
const FULL = { width: 1832, height: 906, scale: 1.6 }

/** How large the picture is for a room: as large a part of any screen, on one in the hand its own size. */
export function largeIn({ width, height }: { readonly width: number; readonly height: number }) {
  const scale = FULL.scale * Math.min(width / FULL.width, height / FULL.height)
  return scale > 0 ? { scale: Math.max(1, scale) } : undefined
}
