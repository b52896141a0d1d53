/** Path data of the marks that are data, not icons: rule marks, gauge arcs, marks above the timeline. Around the origin. */

const round = (value: number): number => Math.round(value * 100) / 100

/** An arc from twelve o'clock, clockwise; `fraction` of the whole turn. */
export function arcPathData(x: number, y: number, radius: number, fraction: number): string {
  const part = Math.min(0.9999, Math.max(0, fraction))
  if (part === 0) return ''
  const angle = part * Math.PI * 2 - Math.PI / 2
  const endX = round(x + radius * Math.cos(angle))
  const endY = round(y + radius * Math.sin(angle))
  return `M${round(x)} ${round(y - radius)}A${radius} ${radius} 0 ${part > 0.5 ? 1 : 0} 1 ${endX} ${endY}`
}

/** What a focused request did at a rule. */
export type RuleMark = 'matched' | 'skipped' | 'never'

/** The strokes inside the discs of rule marks, 16 px across. */
export const RULE_MARK_STROKES: Readonly<Record<RuleMark, string>> = {
  matched: 'M-3 .2L-.9 2.4L3.2-2.2',
  skipped: 'M-2.6 0H2.6',
  never: '',
}

export type TimelineMarkKind = 'applied' | 'out' | 'back' | 'gate' | 'retries' | 'broken' | 'healed'

/** 10 px across; `filled` ones have no stroke. */
export const TIMELINE_MARKS: Readonly<Record<TimelineMarkKind, { readonly data: string; readonly filled: boolean }>> = {
  applied: { data: 'M-4.5-5H4.5V2L0 6L-4.5 2Z', filled: true },
  out: { data: 'M-5 0A5 5 0 1 1 5 0A5 5 0 1 1-5 0ZM-3.4 3.4L3.4-3.4', filled: false },
  back: { data: 'M-5 0A5 5 0 1 1 5 0A5 5 0 1 1-5 0Z', filled: false },
  gate: { data: 'M0-5.4L5.6 4.5H-5.6Z', filled: true },
  retries: { data: 'M4.1-1.8A4.5 4.5 0 1 1 1.8-4.1', filled: false },
  broken: { data: 'M-4-4L4 4M-4 4L4-4', filled: false },
  healed: { data: 'M-5 0H5M0-5V5', filled: false },
}

export interface SpiralPoint {
  readonly x: number
  readonly y: number
  /** 1 at the rim, towards 0 inside. */
  readonly scale: number
}

/** Where the last deaths lie in a hole of this radius, newest first, at the rim. */
export function spiral(radius: number, count: number): readonly SpiralPoint[] {
  const turnStart = Math.PI * 1.06
  return Array.from({ length: count }, (_, i) => {
    const distance = radius * 0.86 * (1 - i / 12) ** 1.05
    const angle = turnStart + i * 0.62
    return { x: distance * Math.cos(angle), y: distance * Math.sin(angle), scale: 1 - i / 14 }
  })
}

/** The way of one particle over the rim: one and a half turns, shrinking to nothing. */
export function sinkPoint(radius: number, entryAngle: number, fraction: number): SpiralPoint {
  const left = 1 - Math.min(1, Math.max(0, fraction))
  const distance = radius * 0.94 * left ** 0.9
  const angle = entryAngle + (1 - left) * Math.PI * 3
  return { x: distance * Math.cos(angle), y: distance * Math.sin(angle), scale: left }
}
