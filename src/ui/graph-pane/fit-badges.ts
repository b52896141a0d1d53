export interface FittedBadges {
  /** The first ones. */
  readonly shown: readonly { readonly x: number; readonly width: number }[]
  /** How many have no room; that is told from `restX` on. */
  readonly hidden: number
  readonly restX: number
}

const GAP = 5
/** `+3` */
const REST = 14

/** As many badges as fit between `x` and `maxX`, and room to say how many there are beside them; the first one in any case. */
export function fitBadges(widths: readonly number[], x: number, maxX: number): FittedBadges {
  let n = widths.length
  const endOf = (count: number): number => widths.slice(0, count).reduce((at, width) => at + width + GAP, x)
  const fits = (count: number): boolean =>
    count === widths.length ? endOf(count) - GAP <= maxX : endOf(count) + REST <= maxX
  while (n > 1 && !fits(n)) n--
  const hidden = widths.length - n
  const mostX = hidden > 0 ? maxX - REST - GAP : maxX
  const shown = widths.slice(0, n).map((width, i) => {
    const from = endOf(i)
    return { x: from, width: Math.min(width, mostX - from) }
  })
  return { shown, hidden, restX: Math.min(endOf(n), maxX - REST) }
}
