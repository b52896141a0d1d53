import { below } from '../../core/base/origin.ts'
import { stepWords } from '../../core/route/index.ts'
import type { TraceStep } from '../../core/route/index.ts'
import { percent } from '../figures.ts'
import { clusterParts, shortHost } from '../names.ts'
import type { Cause } from '../way.ts'
import { namespaceOf } from './death.ts'
import type { CauseLink, Death } from './death.ts'
import { reasonsFor } from './reasons.ts'

/** More skipped rules than these say nothing new. */
const MOST_SKIPPED = 3

type Kind = TraceStep['kind']

const FROM_THE_RULE: readonly Kind[] = ['no-sidecar', 'refused', 'route-matched', 'cluster']

/** Which steps of its trace a death follows from. */
const STEPS: Readonly<Record<Cause, readonly Kind[]>> = {
  dns: ['dns'],
  'no-listener': ['dns', 'listener', 'gateway-listener', 'refused'],
  'refused-passthrough': ['dns', 'virtual-host'],
  'no-virtual-host': ['virtual-host', 'no-virtual-host'],
  'no-rule': ['virtual-host', 'route-skipped', 'no-route'],
  injected: ['route-matched'],
  'no-cluster': FROM_THE_RULE,
  'no-endpoint': FROM_THE_RULE,
  'not-taken': [...FROM_THE_RULE, 'endpoint', 'speaks', 'takes'],
  full: FROM_THE_RULE,
  other: [...FROM_THE_RULE, 'endpoint'],
}

/**
 * Why a request died, from the rule that took it to the answer: each link is a place in the text. It is made of the steps
 * that the router told and of what the configuration lacks or asks for, so it can say nothing that did not happen.
 */
export function causeChain(death: Death): readonly CauseLink[] {
  const { cause, trace } = death
  const kinds = new Set(STEPS[cause])
  const skipped = trace.filter(({ kind }) => kind === 'route-skipped')
  const left = cause === 'no-rule' ? skipped.slice(0, MOST_SKIPPED) : []
  // Of several tries the last one's pod, or the one that what both sides speak is told of.
  const tried = trace.filter(({ kind }) => kind === 'endpoint')
  const pod = trace.some(({ kind }) => kind === 'takes') ? tried[0] : tried.at(-1)
  const links = trace.flatMap((step): readonly CauseLink[] => {
    if (!kinds.has(step.kind) || (step.kind === 'endpoint' && step !== pod)) return []
    if (step.kind === 'route-skipped') {
      const more = step === left.at(-1) ? skipped.length - left.length : 0
      return left.includes(step) ? [linkOf(step), ...(more > 0 ? [moreSkipped(more)] : [])] : []
    }
    return step.kind === 'route-matched' ? [linkOf(step), ...legLink(death)] : [linkOf(step)]
  })
  const answer = trace.findLast(({ kind }) => kind === 'answer')
  return [...links, ...reasonsFor(death), ...triesLink(death), ...(answer ? [linkOf(answer)] : [])]
}

function linkOf(step: TraceStep): CauseLink {
  const { title, detail, code } = stepWords(step)
  return { title, detail, origin: step.origin, ...(code !== undefined && { code }) }
}

const moreSkipped = (more: number): CauseLink => ({
  title: `${String(more)} more rule${more === 1 ? '' : 's'} skipped`,
  detail: '',
  origin: undefined,
})

/** Where the rule sends it, and how much of what it takes. */
function legLink({ decision, cause, proxy }: Death): readonly CauseLink[] {
  const { leg, route } = decision
  if (!leg?.origin || route?.action.kind !== 'forward' || cause === 'injected') return []
  const parts = clusterParts(leg.cluster)
  if (!parts) return []
  const { clusters, totalWeight } = route.action
  const part = clusters.length < 2 ? 'everything it takes' : percent(leg.weight / totalWeight)
  const host = shortHost(parts.host, namespaceOf(proxy))
  const whom = parts.subset === '' ? host : `subset ${parts.subset} of ${host}`
  return [{ title: `Sends ${part} to ${whom}`, detail: '', origin: below(leg.origin, 'destination') }]
}

function triesLink({ decision, trace }: Death): readonly CauseLink[] {
  const retry = trace.findLast(({ kind }) => kind === 'retry')
  if (!retry || decision.attempts < 2) return []
  const { origin } = retry
  return [
    {
      title: `${String(decision.attempts)} tries, and none came through`,
      detail: decision.flags.includes('URX') ? 'all that its retries allow' : '',
      origin: origin && below(origin, 'retries'),
    },
  ]
}
