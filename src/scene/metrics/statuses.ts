import type { Decision } from '../../core/route/index.ts'
import { flagsOf } from '../outcome.ts'
import type { Outcome } from '../outcome.ts'
import type { Landing } from './landings.ts'
import type { StatusCount } from './metrics.ts'

/** What callers got, the most frequent first. */
export function statusesOf(landings: readonly Landing[]): readonly StatusCount[] {
  const counts = new Map<string, { readonly decision: Decision; readonly outcome: Outcome; count: number }>()
  for (const { record, outcome } of landings) {
    const { decision } = record
    if (!decision) continue
    const key = `${String(decision.status)} ${decision.flags} ${outcome}`
    const known = counts.get(key)
    if (known) known.count++
    else counts.set(key, { decision, outcome, count: 1 })
  }
  return [...counts.values()]
    .map(({ decision, outcome, count }) => ({ label: labelOf(decision), outcome, count }))
    .sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1))
}

/** `503 UF URX`; without an HTTP answer in words. */
function labelOf(decision: Decision): string {
  const { outcome, status } = decision
  if (outcome === 'dns-failure') return 'no address'
  if (outcome === 'no-listener') return 'no listener'
  const taken = outcome === 'tcp' && decision.details === '' && flagsOf(decision).length === 0
  const first = status > 0 ? String(status) : taken ? 'connected' : outcome === 'tcp' ? 'closed' : 'no answer'
  return [first, ...flagsOf(decision)].join(' ')
}
