import type { Decision } from '../../core/route/index.ts'
import type { RequestRecord } from '../../core/simulate/index.ts'
import { answerOf } from './event-lines.ts'

/** What became of one client's requests. */
export interface ClientTally {
  readonly client: string
  readonly requests: number
  /** Of those that have ended; undefined: none has. */
  readonly successPercent: number | undefined
  /** By status and flags, the most frequent first. */
  readonly answers: readonly (readonly [answer: string, count: number])[]
  readonly tries: number
  readonly copies: number
  /** By pod, the most frequent first; tries that found nobody are left out. */
  readonly triesByPod: readonly (readonly [pod: string, count: number])[]
  /** Milliseconds until the caller had its answer. */
  readonly latency: { readonly p50: number; readonly p95: number; readonly p99: number } | undefined
}

/** In the order in which the clients first send. */
export function talliesOf(requests: readonly RequestRecord[]): readonly ClientTally[] {
  const byClient = new Map<string, RequestRecord[]>()
  for (const record of requests) {
    const known = byClient.get(record.client.id)
    if (known) known.push(record)
    else byClient.set(record.client.id, [record])
  }
  return [...byClient].map(([client, records]) => tallyOf(client, records))
}

function tallyOf(client: string, records: readonly RequestRecord[]): ClientTally {
  const decided = records.flatMap(({ decision }) => decision ?? [])
  const succeeded = decided.filter(isSuccess).length
  const tries = records.flatMap(record => record.tries)
  const took = records.flatMap(({ atMs, endMs }) => (endMs === undefined ? [] : [endMs - atMs])).sort((a, b) => a - b)
  const at = (percent: number): number => took[Math.ceil((took.length * percent) / 100) - 1] ?? 0
  return {
    client,
    requests: records.length,
    successPercent: decided.length === 0 ? undefined : (100 * succeeded) / decided.length,
    answers: counted(records.map(answerOf)),
    tries: tries.length,
    copies: records.reduce((sum, { copies }) => sum + copies.length, 0),
    triesByPod: counted(tries.flatMap(({ endpoint }) => endpoint?.pod ?? [])),
    latency: took.length === 0 ? undefined : { p50: at(50), p95: at(95), p99: at(99) },
  }
}

const HARMLESS: readonly string[] = ['-', 'DI', 'URX']

/** An answer below 500 that no flag says is a failure: an unknown route's 404 is none. */
function isSuccess({ outcome, status, flags }: Decision): boolean {
  if (outcome === 'dns-failure' || outcome === 'no-listener') return false
  return status < 500 && flags.split(',').every(flag => HARMLESS.includes(flag))
}

function counted(values: readonly string[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
}

/** Some lines for people. */
export function printTally(tally: ClientTally): readonly string[] {
  const { client, requests, successPercent, answers, tries, copies, triesByPod, latency } = tally
  const list = (counts: ClientTally['answers']): string => counts.map(([key, n]) => `${key} × ${String(n)}`).join(', ')
  const success = successPercent === undefined ? '-' : `${successPercent.toFixed(1)} %`
  const all = copies === 0 ? '' : `, copies ${String(copies)}`
  const times = latency && Object.entries(latency).map(([name, ms]) => `${name} ${ms.toFixed(1)} ms`)
  return [
    `${client}: ${String(requests)} requests, ${success} succeeded`,
    `  answers  ${list(answers)}`,
    `  tries    ${String(tries)}${all}${triesByPod.length === 0 ? '' : `: ${list(triesByPod)}`}`,
    `  latency  ${times?.join(', ') ?? '-'}`,
  ]
}
