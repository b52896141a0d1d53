/** `20.00 s`: figures that do not dance while they count. */
export const seconds = (ms: number, digits: number): string => `${(ms / 1000).toFixed(digits)} s`

/** Distances between tick labels, in ms: the smallest that leaves each label its room. */
const STEPS = [500, 1000, 2000, 5000, 10_000, 20_000, 30_000, 60_000, 120_000, 300_000, 600_000, 1_800_000]

/** Half a label, as a part of the narrowest step. */
const LABEL_HALF = 0.2

function tickStep(totalMs: number, width: number): number {
  const fits = Math.max(2, Math.floor(width / 90))
  return STEPS.find(step => totalMs / step <= fits) ?? totalMs
}

/** 0, one step, two steps, … as far as their labels have room; the end where it is one of them. */
export function ticks(totalMs: number, width: number): readonly number[] {
  const step = tickStep(totalMs, width)
  const all = Array.from({ length: Math.floor(totalMs / step) + 1 }, (_, i) => i * step)
  return all.filter(at => at === 0 || at === totalMs || totalMs - at > step * LABEL_HALF)
}
