import type { Diagnostic } from '../../base/diagnostic.ts'
import { below } from '../../base/origin.ts'
import type { Origin } from '../../base/origin.ts'
import type { RetryPolicy } from '../../envoy/index.ts'
import { createSeededChance } from '../../route/index.ts'
import type { Router } from '../../route/index.ts'
import { nodeOf } from '../../yaml/index.ts'
import type { Facts } from '../facts.ts'
import { MESSAGES, say } from '../messages.ts'
import type { PlayedRequest } from '../played-requests.ts'
import type { Rule } from '../rule.ts'

/**
 * Retries along a chain of calls that the Scenario shows: a client's, then those of the workload that it comes to. A proxy
 * that tries again on an answer multiplies what the proxies behind it do; Istio's own policy does not, as it does not try
 * again on a 503 [C42] [C50] [F20].
 */
export const checkMultipliedRetries: Rule = facts => {
  const requests = facts.playedRequests()
  const callers = new Set(requests.map(({ caller }) => caller))
  if (callers.size < 2) return []
  const calls = createCalls(facts, requests)
  const found = new Map<string, Diagnostic>()
  for (const i of requests.keys()) {
    const origin = calls.hop(i).retriesOrigin
    const key = JSON.stringify(origin)
    const most = origin && longest(calls, i, [])
    if (!origin || !most || most.length < 2 || found.has(key)) continue
    const factors = most.map(each => calls.hop(each).tries)
    const tries = factors.reduce((product, factor) => product * factor, 1)
    const [last = i] = most.slice(-1)
    const target =
      calls
        .hop(last)
        .targets.map(each => each.split('/')[1])
        .join(' or ') || calls.host(last)
    const proxies = most.map(each => calls.nameOf(each)).join(', then ')
    const detail = `Tries multiply along ${proxies}: ${factors.join(' × ')} = ${String(tries)} where all of them fail. Each proxy knows of its own tries alone.`
    found.set(key, say(MESSAGES.multipliedRetries, { tries, target }, { detail, origin }))
  }
  return [...found.values()]
}

interface Hop {
  /** One and its retries. */
  readonly tries: number
  /** Whether it tries again where what it called answers with an error. */
  readonly onAnswers: boolean
  /** The rule's `retries`, where it is written. */
  readonly retriesOrigin: Origin | undefined
  /** Workloads that it may come to, as `namespace/name`. */
  readonly targets: readonly string[]
}

const NO_HOP: Hop = { tries: 1, onAnswers: false, retriesOrigin: undefined, targets: [] }

function createCalls(facts: Facts, requests: readonly PlayedRequest[]) {
  const known = new Map<number, Hop>()
  return {
    hop(index: number): Hop {
      const played = requests[index]
      const hop = known.get(index) ?? (played ? hopOf(facts, facts.routerOf(played.caller), played) : NO_HOP)
      known.set(index, hop)
      return hop
    },
    /** Calls of the workloads that a call comes to. */
    next(index: number): readonly number[] {
      const targets = new Set(this.hop(index).targets)
      return requests.flatMap(({ caller }, i) => (targets.has(`${caller.namespace}/${caller.name}`) ? i : []))
    },
    nameOf: (index: number): string => requests[index]?.caller.name ?? '',
    host: (index: number): string => requests[index]?.request.dialHost ?? '',
  }
}

function hopOf({ parsed }: Facts, router: Router, { request }: PlayedRequest): Hop {
  const { route } = router.decide(request, createSeededChance(1))
  if (route?.action.kind !== 'forward') return NO_HOP
  const { clusters, retryPolicy } = route.action
  const origin = route.origin && below(route.origin, 'retries')
  const endpoints = clusters.flatMap(({ cluster }) => router.config.clusters.get(cluster)?.endpoints ?? [])
  return {
    tries: 1 + (retryPolicy?.numRetries ?? 0),
    onAnswers: retryPolicy !== undefined && triesOnAnswers(retryPolicy),
    retriesOrigin: origin && nodeOf(parsed, origin) ? origin : undefined,
    targets: [...new Set(endpoints.map(({ namespace, workload }) => `${namespace}/${workload}`))],
  }
}

/** Conditions by which a 503, as the proxy behind answers it, is tried again. */
function triesOnAnswers({ retryOn, retriableStatusCodes }: RetryPolicy): boolean {
  const conditions = retryOn.split(',')
  return ['5xx', 'gateway-error'].some(each => conditions.includes(each)) || retriableStatusCodes.includes(503)
}

type Calls = ReturnType<typeof createCalls>

/** The chain from a call on whose tries multiply most; each of its calls but the last tries again on answers. */
function longest(calls: Calls, index: number, before: readonly number[]): readonly number[] | undefined {
  const { tries, onAnswers } = calls.hop(index)
  if (tries < 2 || before.includes(index)) return undefined
  const own = [...before, index]
  if (!onAnswers || own.length >= MOST_HOPS) return own
  const chains = calls.next(index).flatMap(next => {
    const chain = longest(calls, next, own)
    return chain ? [chain] : []
  })
  const product = (chain: readonly number[]): number => chain.reduce((total, each) => total * calls.hop(each).tries, 1)
  return chains.reduce<readonly number[]>((best, chain) => (product(chain) > product(best) ? chain : best), own)
}

const MOST_HOPS = 6
