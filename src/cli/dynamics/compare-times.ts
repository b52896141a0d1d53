import type { Disagreement } from '../conform/disagreement.ts'
import { show } from '../conform/disagreement.ts'
import type { FlowRecord, Spread } from './recording.ts'
import type { Flow } from './timed-case.ts'

/** Many at once have to be accepted, and to open their connections: the recorder needed so much longer for some. */
const BURST_MS = 30

/** How long requests took. Where tries wait for back-offs what was recorded must lie within what can be. */
export function compareDurations(
  flow: Flow,
  recorded: Spread,
  got: Spread,
  ms: number,
  isSpread: boolean,
): readonly Disagreement[] {
  const granted = areAtOnce(flow, recorded.n) ? Math.max(ms, BURST_MS) : ms
  const agrees = isSpread
    ? recorded.p10 >= got.min - granted && recorded.p90 <= got.max + granted
    : isNear(recorded.min, got.min, granted) && isNear(recorded.median, got.median, granted)
  const words = ({ min, median, max }: Spread) => `${min.toFixed(1)} … ${median.toFixed(1)} … ${max.toFixed(1)}`
  return agrees ? [] : [{ field: 'durationMs', expected: `${words(recorded)} ±${String(granted)}`, got: words(got) }]
}

function areAtOnce({ load }: Flow, requests: number): boolean {
  return load.kind === 'burst' || (load.kind === 'loop' && load.concurrency > 1 && load.concurrency * 2 >= requests)
}

type Ordered = NonNullable<FlowRecord['ordered']>

/** The same entries, each at its time after what a burst took to be accepted. An entry of several tries waited for back-offs: only that it is there counts. */
export function compareOrdered(
  flow: Flow,
  recorded: Ordered,
  got: Ordered,
  rename: (entry: string) => string,
): readonly Disagreement[] {
  const lag = flow.load.kind === 'burst' ? Math.min(BURST_MS, Math.max(0, earliest(recorded) - earliest(got))) : 0
  const sorted = (ordered: Ordered) =>
    ordered
      .map(([ms, entry]) => ({ ms, entry: rename(entry) }))
      .sort((a, b) => (a.entry < b.entry ? -1 : a.entry > b.entry ? 1 : a.ms - b.ms))
  const [theirs, ours] = [sorted(recorded), sorted(got)]
  const agrees =
    theirs.length === ours.length &&
    theirs.every(({ ms, entry }, i) => {
      const own = ours[i]
      return own?.entry === entry && (entry.includes('>') || isNear(ms - lag, own.ms, ORDERED_MS))
    })
  const words = (ordered: Ordered) => show(ordered.map(([ms, entry]) => `${String(Math.round(ms))} ${entry}`))
  return agrees ? [] : [{ field: 'ordered', expected: `${words(recorded)} ±${String(ORDERED_MS)}`, got: words(got) }]
}

const ORDERED_MS = 15

function earliest(ordered: Ordered): number {
  return Math.min(...ordered.map(([ms]) => ms))
}

/** Back-offs: their mean, and the bound that none goes beyond. */
export function compareGaps(
  recorded: NonNullable<FlowRecord['gapsMs']>,
  got: NonNullable<FlowRecord['gapsMs']>,
  baseMs: number,
): readonly Disagreement[] {
  return Object.entries(recorded).flatMap(([n, theirs]) => {
    const ours = got[n]
    const bound = Math.min(baseMs * 2 ** (Number(n) - 1), baseMs * 10) + 10
    const agrees = ours && isNear(theirs.mean, ours.mean, theirs.mean * 0.15) && ours.max <= bound
    const words = ({ mean, max }: Spread) => `mean ${mean.toFixed(1)}, max ${max.toFixed(1)}`
    return agrees ? [] : [{ field: `gap ${n}`, expected: words(theirs), got: ours ? words(ours) : 'none' }]
  })
}

export function isNear(a: number, b: number, granted: number): boolean {
  return Math.abs(a - b) <= granted
}
