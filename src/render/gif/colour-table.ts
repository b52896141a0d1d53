/** At most so many colours: one of the 256 is kept for what did not change. */
const MOST = 255
/** Colours are told apart by their five highest bits of red, green and blue. */
const BINS = 1 << 15

export interface ColourTable {
  /** Red, green, blue of each. */
  readonly colours: readonly (readonly [number, number, number])[]
  /** The nearest of them. */
  readonly indexOf: (red: number, green: number, blue: number) => number
}

const binOf = (red: number, green: number, blue: number): number =>
  ((red >> 3) << 10) | ((green >> 3) << 5) | (blue >> 3)

/**
 * The colours of a film: those that must be there, then what its pictures have most of, each the mean of what it stands for.
 * `pictures` are RGBA.
 */
export function colourTable(
  pictures: readonly Uint8ClampedArray[],
  wanted: readonly (readonly [number, number, number])[],
): ColourTable {
  const counts = new Uint32Array(BINS)
  const sums = new Float64Array(BINS * 3)
  for (const pixels of pictures) {
    for (let at = 0; at + 3 < pixels.length; at += 4) {
      const [red, green, blue] = [pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0]
      const bin = binOf(red, green, blue)
      counts[bin] = (counts[bin] ?? 0) + 1
      sums[bin * 3] = (sums[bin * 3] ?? 0) + red
      sums[bin * 3 + 1] = (sums[bin * 3 + 1] ?? 0) + green
      sums[bin * 3 + 2] = (sums[bin * 3 + 2] ?? 0) + blue
    }
  }
  const colours = wanted.slice(0, MOST)
  const taken = new Set(colours.map(colour => binOf(...colour)))
  const most = [...counts.keys()]
    .filter(bin => (counts[bin] ?? 0) > 0 && !taken.has(bin))
    .sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0))
  for (const bin of most.slice(0, MOST - colours.length)) {
    const mean = (part: number): number => Math.round((sums[bin * 3 + part] ?? 0) / (counts[bin] ?? 1))
    colours.push([mean(0), mean(1), mean(2)])
  }
  const nearest = new Int16Array(BINS).fill(-1)
  return {
    colours,
    indexOf: (red, green, blue) => {
      const bin = binOf(red, green, blue)
      const known = nearest[bin] ?? -1
      if (known >= 0) return known
      let best = 0
      let least = Infinity
      colours.forEach(([r, g, b], index) => {
        const away = 2 * (r - red) ** 2 + 4 * (g - green) ** 2 + 3 * (b - blue) ** 2
        if (away < least) {
          least = away
          best = index
        }
      })
      nearest[bin] = best
      return best
    },
  }
}
