import { expectedRange } from '../../scene/index.ts'
import type { Range } from '../../scene/index.ts'

/** Shares are sums, so a whole one may be a hair less. */
const HAIR = 1e-9

/** Where chance puts a share of so many, and that in words; undefined where there is nothing to expect, or nothing else. */
export function expectedShare(
  share: number,
  total: number,
): { readonly range: Range; readonly words: string } | undefined {
  if (total === 0 || share < HAIR || share > 1 - HAIR) return undefined
  const range = expectedRange(share, total)
  const [low, high] = [(range.low * 100).toFixed(0), (range.high * 100).toFixed(0)]
  return { range, words: low === high ? `expected ${low} %` : `expected ${low} to ${high} %` }
}
