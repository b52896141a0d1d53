import type { Decision } from '../../core/route/index.ts'
import { flagsOf, outcomeOf } from '../outcome.ts'
import type { StatusCount } from './metrics.ts'

/** What callers got, the most frequent first. */
export function statusesOf(decisions: readonly Decision[]): readonly StatusCount[] {
  const counts = new Map<string, StatusCount>()
  for (const decision of decisions) {
    const [label, outcome] = [labelOf(decision), outcomeOf(decision)]
    const key = `${label} ${outcome}`
    counts.set(key, { label, outcome, count: (counts.get(key)?.count ?? 0) + 1 })
  }
  return [...counts.values()].sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1))
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
