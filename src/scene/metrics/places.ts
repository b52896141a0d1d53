import type { Endpoint } from '../../core/envoy/index.ts'
import type { RequestRecord, TryRecord } from '../../core/simulate/index.ts'
import { podId } from '../ids.ts'
import { percentilesOf } from './latency.ts'
import type { Places, PodCount, Retries } from './metrics.ts'

type Count = { -readonly [K in keyof PodCount]: PodCount[K] } & { readonly answersMs: number[] }

/** Which pods got requests and tries, by name. A try counts where it was sent, taken or not; one that a limit turned away is nobody’s. */
export function placesOf(requests: readonly RequestRecord[]): Places {
  const pods = new Map<string, Count>()
  let [nowhere, turnedAway] = [0, 0]
  const countOf = (endpoint: Endpoint | undefined): Count => {
    const id = endpoint && podId(endpoint.namespace, endpoint.pod)
    const key = id ?? OUTSIDE
    const known = pods.get(key) ?? {
      id,
      pod: endpoint?.pod ?? OUTSIDE,
      requests: 0,
      tries: 0,
      failed: 0,
      percentiles: undefined,
      answersMs: [],
    }
    pods.set(key, known)
    return known
  }
  for (const { tries, decision } of requests) {
    for (const { endpoint, result, sentMs, endMs } of sentUpstream(tries)) {
      const count = countOf(endpoint)
      count.tries++
      if (typeof result !== 'number' || result >= 500) count.failed++
      if (typeof result === 'number' && sentMs !== undefined && endMs !== undefined)
        count.answersMs.push(endMs - sentMs)
    }
    const last = tries.at(-1)
    if (last?.result === 'overflow') turnedAway++
    else if (last) countOf(last.endpoint).requests++
    else if (decision?.endpoint) countOf(decision.endpoint).requests++
    else nowhere++
  }
  const counted = [...pods.values()].map(({ answersMs, ...count }) => ({
    ...count,
    percentiles: percentilesOf(Float64Array.from(answersMs).sort()),
  }))
  return { pods: counted.sort((a, b) => (a.pod < b.pod ? -1 : 1)), nowhere, turnedAway }
}

const sentUpstream = (tries: readonly TryRecord[]): readonly TryRecord[] =>
  tries.filter(({ result }) => result !== 'overflow')

const OUTSIDE = 'outside the mesh'

/** How many tries stand behind the requests, and how many the rules would have allowed. */
export function retriesOf(requests: readonly RequestRecord[]): Retries {
  let [tries, retried, atMost] = [0, 0, 0]
  for (const record of requests) {
    const { length } = sentUpstream(record.tries)
    tries += length
    if (length > 1) retried++
    const action = record.decision?.route?.action
    if (length > 0) atMost += 1 + ((action?.kind === 'forward' && action.retryPolicy?.numRetries) || 0)
  }
  return { requests: requests.length, tries, retried, atMost }
}
