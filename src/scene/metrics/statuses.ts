import type { Decision } from '../../core/route/index.ts'
import { flagsOf } from '../outcome.ts'
import type { Landing } from './landings.ts'
import type { StatusCount } from './metrics.ts'

/** What callers got, the most frequent first. */
export function statusesOf(landings: readonly Landing[]): readonly StatusCount[] {
  const labels = new Map<string, string>()
  const counts = new Map<string, StatusCount>()
  for (const { record, outcome } of landings) {
    const { decision } = record
    if (!decision) continue
    const { status, flags, details } = decision
    const kind = [status, flags, decision.outcome, details].join(' ')
    const label = labels.get(kind) ?? labelOf(decision)
    labels.set(kind, label)
    const key = `${label} ${outcome}`
    counts.set(key, { label, outcome, count: (counts.get(key)?.count ?? 0) + 1 })
  }
  return [...counts.values()].sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1))
}

/** `503 URX,UF`; without an HTTP answer in words. */
function labelOf(decision: Decision): string {
  const { outcome, status } = decision
  if (outcome === 'dns-failure') return 'no address'
  if (outcome === 'no-listener') return 'no listener'
  const taken = outcome === 'tcp' && decision.details === '' && flagsOf(decision).length === 0
  const first = status > 0 ? String(status) : taken ? 'connected' : outcome === 'tcp' ? 'closed' : 'no answer'
  return [first, flagsOf(decision).join(',')].filter(part => part !== '').join(' ')
}
