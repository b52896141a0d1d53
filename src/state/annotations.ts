import { countText as count } from '../core/base/count-text.ts'
import type { TextRange } from '../core/base/text-range.ts'
import { lineOf } from '../core/yaml/index.ts'
import { legShare, legTotal } from '../scene/index.ts'
import type { Stage, Tally } from '../scene/index.ts'
import type { Explanation, LocatedStep, Picture } from '../worker/protocol.ts'
import { effectOf } from './problem-effects.ts'

/** What a request did at a rule, and why. */
export interface RuleVerdict {
  readonly mark: 'matched' | 'skipped' | 'never'
  readonly reason: string
  /** The same in at most 24 characters, for the line's end. */
  readonly short: string
}

type RuleRow = Stage['rules'][number]['rows'][number]

const within = (inner: TextRange | undefined, outer: TextRange | undefined) =>
  inner !== undefined && outer !== undefined && inner.start >= outer.start && inner.end <= outer.end

function verdictOf(steps: readonly LocatedStep[]): RuleVerdict {
  const reasons = { 'route-matched': '', 'route-skipped': '', 'route-not-reached': '' }
  const found = new Set<string>()
  for (const { step } of steps) {
    if (step.kind !== 'route-matched' && step.kind !== 'route-skipped' && step.kind !== 'route-not-reached') continue
    found.add(step.kind)
    reasons[step.kind] ||= step.because
  }
  if (found.has('route-matched')) return verdict('matched', reasons['route-matched'])
  if (found.has('route-skipped')) return verdict('skipped', reasons['route-skipped'])
  return NEVER
}

/** The verdict in words; its short form names what the condition was about, which the reason's first word says. */
function verdict(mark: 'matched' | 'skipped', because: string): RuleVerdict {
  const about = /^(header|path|method|query|host|scheme|port)/.exec(because)?.[0]
  const gist = because.includes('no conditions')
    ? 'takes all'
    : because.includes(' is absent')
      ? `no ${about ?? 'match'}`
      : about
  return { mark, reason: `${mark}: ${because}`, short: gist === undefined ? mark : `${mark}: ${gist}` }
}

/** A rule that delegates does what the rules do that it names. */
function verdictOfParts(
  parts: readonly string[],
  rows: readonly RuleRow[],
  verdicts: ReadonlyMap<string, RuleVerdict>,
): RuleVerdict {
  const taker = rows.find(({ id }) => parts.includes(id) && verdicts.get(id)?.mark === 'matched')
  if (taker)
    return { mark: 'matched', reason: `matched: ${taker.called ?? taker.title} takes it`, short: 'matched: delegates' }
  const isTried = parts.some(id => verdicts.get(id)?.mark === 'skipped')
  if (isTried)
    return { mark: 'skipped', reason: 'skipped: none of its delegate’s rules matches', short: 'skipped: no rule there' }
  return NEVER
}

/** Verdicts by rule row, for the rules of the card that the request came to. */
export function verdictsOf(
  stage: Stage,
  ranges: Picture['ranges'],
  explanation: Explanation,
): ReadonlyMap<string, RuleVerdict> {
  const verdicts = new Map<string, RuleVerdict>()
  for (const card of stage.rules) {
    const rows = card.rows.map(row => ({
      row,
      steps: explanation.steps.filter(
        ({ step, range, row: earlier }) =>
          step.kind.startsWith('route-') && (earlier === row.id || within(range, ranges.get(row.id))),
      ),
    }))
    if (!rows.some(({ steps }) => steps.some(({ step }) => step.kind !== 'route-not-reached'))) continue
    for (const { row, steps } of rows) verdicts.set(row.id, verdictOf(steps))
    for (const row of card.rows) if (row.parts) verdicts.set(row.id, verdictOfParts(row.parts, card.rows, verdicts))
  }
  return verdicts.size > 0 ? verdicts : verdictsOfConnection(stage, ranges, explanation)
}

/** The same of `tcp` and `tls` rules: no trace goes through them one by one, it tells the one that takes the connection. */
function verdictsOfConnection(
  { rules }: Stage,
  ranges: Picture['ranges'],
  { steps }: Explanation,
): ReadonlyMap<string, RuleVerdict> {
  const verdicts = new Map<string, RuleVerdict>()
  const takes = ({ id }: RuleRow): boolean =>
    steps.some(({ range, row }) => row === id || within(range, ranges.get(id)))
  for (const { resource, rows } of rules) {
    const taker = resource === undefined ? undefined : rows.find(takes)
    if (!taker) continue
    for (const row of rows) {
      const reason = `skipped: ${taker.called ?? taker.title} takes the connection`
      if (row === taker) verdicts.set(row.id, MATCHED_BYTES)
      else if (row.state === 'unreachable') verdicts.set(row.id, NEVER)
      else verdicts.set(row.id, { mark: 'skipped', reason, short: 'skipped: connection' })
    }
  }
  return verdicts
}

const MATCHED_BYTES: RuleVerdict = {
  mark: 'matched',
  reason: 'matched: it takes the connection, and the bytes go on as they are',
  short: 'matched: connection',
}
const NEVER: RuleVerdict = { mark: 'never', reason: 'never reached', short: 'never reached' }

export interface Hint {
  readonly line: number
  readonly text: string
  /** Where there is no room for all of it. */
  readonly short: string
  readonly tone: 'plain' | 'error'
}

/** Measured values beside the values set, and losses at their cause. */
export function hintsOf(
  text: string,
  picture: Pick<Picture, 'stage' | 'ranges' | 'diagnostics'>,
  tally: Tally | undefined,
): readonly Hint[] {
  const { stage, ranges, diagnostics } = picture
  if (!stage || !tally || tally.total === 0) return []
  const hints = new Map<number, Hint>()
  for (const row of stage.rules.flatMap(card => card.rows)) {
    const legs = row.legs.filter(leg => leg.kind === 'forward' && leg.setShare !== undefined)
    if (legs.length < 2) continue
    for (const leg of legs) {
      const total = legTotal(tally, row, leg)
      if (total === 0) continue
      const range = ranges.get(leg.id)
      if (!range) continue
      const weight = text.slice(range.start, range.end).search(/\bweight:/)
      const line = lineOf(text, range.start + Math.max(0, weight))
      const share = legShare(tally, row, leg)
      const part = share === undefined ? count(tally.counts.get(leg.id) ?? 0) : `${(share * 100).toFixed(1)} %`
      const whole = `${part} of ${count(total)}`
      hints.set(line, { line, text: whole, short: share === undefined ? whole : part, tone: 'plain' })
    }
  }
  for (const diagnostic of diagnostics) {
    const effect = effectOf(diagnostic, tally)
    if (effect === undefined) continue
    const short = effect.replace(/ requests?/, '')
    hints.set(diagnostic.line, { line: diagnostic.line, text: effect, short, tone: 'error' })
  }
  return [...hints.values()]
}

/** The smallest thing on the stage whose YAML holds `offset`. */
export function idAt(ranges: Picture['ranges'], offset: number): string | undefined {
  let best: { id: string; size: number } | undefined
  for (const [id, { start, end }] of ranges) {
    if (offset < start || offset > end || id.startsWith('lane:') || id.startsWith('unseen:')) continue
    if (!best || end - start < best.size) best = { id, size: end - start }
  }
  return best?.id
}
