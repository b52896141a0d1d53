import { responseHeaders } from '../../core/route/index.ts'
import type { RequestRecord } from '../../core/simulate/index.ts'
import { answeredBy, attemptHeaderOf, entryOf, hasArrived, outcomeOf, statusOf } from './entry-of.ts'
import { observeReceived } from './observe-received.ts'
import type { Bucket, FlowRecord, HeaderLines } from './recording.ts'
import { spreadOf, tallyOf } from './tally.ts'
import type { Flow } from './timed-case.ts'

/** One flow's requests as the recordings sum them up. */
export function observeFlow(flow: Flow, requests: readonly RequestRecord[]): Required<FlowRecord> {
  const decisions = requests.flatMap(({ decision }) => decision ?? [])
  const copies = requests.flatMap(record => record.copies.filter(hasArrived))
  const copyCounts = requests.map(record => record.copies.filter(hasArrived).length)
  return {
    requests: requests.length,
    status: tallyOf(decisions.map(({ status }) => statusOf(status))),
    flags: tallyOf(decisions.map(({ flags }) => flags)),
    details: tallyOf(decisions.map(({ details }) => details)),
    attempts: tallyOf(decisions.map(({ attempts }) => String(attempts))),
    pods: tallyOf(requests.flatMap(record => answeredBy(record) ?? [])),
    cluster: tallyOf(decisions.map(({ cluster }) => cluster)),
    durationMs: spreadOf(requests.map(durationOf)),
    sequence: requests.map(entryOf),
    ordered: requests.map(record => [durationOf(record), entryOf(record)] as const).sort(([a], [b]) => a - b),
    per100ms: toBuckets(requests),
    keys: Object.fromEntries(
      requests.map(record => [flow.vary?.valueOf(record.index) ?? '', answeredBy(record) ?? ''] as const),
    ),
    local: firstOfEach(requests, ({ decision }) => decision?.localReply),
    responseHeaders: firstOfEach(requests, answerHeaders),
    gapsMs: toGaps(requests),
    attemptHeader: tallyOf(requests.map(attemptHeaderOf)),
    distinctPods: tallyOf(requests.map(record => String(new Set(podsOf(record)).size))),
    copies: tallyOf(copies.map(({ endpoint }) => endpoint?.workload ?? '')),
    copiesPerRequest: tallyOf(copyCounts.map(String)),
    copiesByCluster: tallyOf(
      requests.map(({ decision }, i) => `${decision?.cluster ?? '-'} copies=${String(copyCounts[i])}`),
    ),
    copiesCutOffAfterMs: spreadOf(
      copies.flatMap(({ atMs, endMs, result }) => (result === 'timeout' && endMs !== undefined ? [endMs - atMs] : [])),
    ),
    callerGaveUp: requests.filter(({ tries }) => tries.at(-1)?.result === 'left').length,
    received: observeReceived(requests),
    setCookie: decisions.flatMap(({ setCookies }) => setCookies ?? []),
  }
}

function durationOf({ atMs, endMs }: RequestRecord): number {
  return (endMs ?? atMs) - atMs
}

function podsOf({ tries }: RequestRecord): readonly string[] {
  return tries.filter(hasArrived).map(({ endpoint }) => endpoint?.pod ?? '')
}

/** Each 100 ms by itself, by the time of sending. */
function toBuckets(requests: readonly RequestRecord[]): readonly Bucket[] {
  const entries = new Map<number, string[]>()
  for (const record of requests) {
    // A request on the edge, but for how floating point rounds, belongs to what it begins.
    const at = Math.floor(record.atMs / 100 + 1e-6)
    const bucket = entries.get(at)
    if (bucket) bucket.push(entryOf(record))
    else entries.set(at, [entryOf(record)])
  }
  return [...entries].map(([at, bucket]) => [at / 10, at / 10, tallyOf(bucket)])
}

function toGaps(requests: readonly RequestRecord[]): NonNullable<FlowRecord['gapsMs']> {
  const gaps = new Map<number, number[]>()
  for (const { tries } of requests) {
    const arrivals = tries.flatMap(({ sentMs }) => sentMs ?? [])
    arrivals.slice(1).forEach((sentMs, i) => {
      const known = gaps.get(i + 1) ?? []
      known.push(sentMs - (arrivals[i] ?? 0))
      gaps.set(i + 1, known)
    })
  }
  return Object.fromEntries([...gaps].map(([n, values]) => [String(n), spreadOf(values)] as const))
}

/** What the proxy put on a pod's answer. */
function answerHeaders({ decision, requestClass }: RequestRecord): HeaderLines | undefined {
  return decision && !decision.localReply ? responseHeaders(decision, requestClass.request) : undefined
}

/** By outcome, of the first request that has it. */
function firstOfEach<T>(
  requests: readonly RequestRecord[],
  pick: (record: RequestRecord) => T | undefined,
): Readonly<Record<string, T>> {
  const found: Record<string, T> = {}
  for (const record of requests) {
    const outcome = outcomeOf(record)
    const value = outcome in found ? undefined : pick(record)
    if (value !== undefined) found[outcome] = value
  }
  return found
}
