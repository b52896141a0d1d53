import type { ProxyId } from '../core/base/ids.ts'
import type { World } from '../core/pipeline/index.ts'
import type { Decision } from '../core/route/index.ts'
import { causeWords, deathLabel } from './causes.ts'
import { limitOrigin } from './full-limits.ts'
import { isNotTaken } from './outcome.ts'
import type { Expected } from './outlook.ts'
import type { HoleNode, ReplyNode, WorkloadNode } from './stage.ts'
import type { Cause, Way } from './way.ts'

/** Holes, replies and addresses outside the mesh that some way ends in; shares are still to come. */
export interface Ends {
  readonly holes: readonly HoleNode[]
  readonly replies: readonly ReplyNode[]
  readonly outside: readonly WorkloadNode[]
}

export function endsOf(
  world: World,
  proxy: ProxyId,
  namespace: string,
  present: boolean,
  ways: readonly { readonly expected: Expected; readonly way: Way }[],
): Ends {
  const holes = new Map<string, HoleNode>()
  const causes = new Map<string, Set<string>>()
  const replies = new Map<string, ReplyNode>()
  const outside = new Map<string, WorkloadNode>()
  for (const { expected, way } of ways) {
    const { decision, requestClass } = expected
    const { end, outcome } = way
    const common = { id: end.id, share: 0, assumed: undefined }
    if (end.kind === 'hole') {
      const words =
        end.cause === 'no-listener' && !present
          ? `connection refused: no ready pod at ${requestClass.request.dialHost}:${String(requestClass.request.dialPort)}`
          : causeWords(end.cause, decision, requestClass.request, world.routerFor(proxy), namespace, world.mesh)
      causes.set(end.id, (causes.get(end.id) ?? new Set()).add(words))
      const label = end.cause === 'no-listener' && !present ? 'no answer' : deathLabel(end.cause, decision)
      const origin = originOfDeath(end.cause, decision, world, proxy)
      const bounced = end.cause === 'full' && ({ bounced: true } as const)
      const unsent = end.cause === 'no-endpoint' && present && ({ unsent: true } as const)
      const node = { ...common, kind: 'hole', outcome, label, cause: words, at: end.at, origin } as const
      holes.set(end.id, { ...node, ...bounced, ...unsent })
    } else if (end.kind === 'reply') {
      const { label, detail } = replyWords(decision)
      replies.set(end.id, {
        ...common,
        kind: 'reply',
        label,
        detail,
        outcome,
        at: end.at,
        origin: decision.route?.origin,
      })
    } else if (end.kind === 'outside') {
      outside.set(end.id, {
        ...common,
        kind: 'workload',
        name: end.host,
        place: 'outside',
        pods: [],
        origin: undefined,
      })
    }
  }
  return {
    holes: [...holes.values()].map(hole => ({ ...hole, cause: together(causes.get(hole.id) ?? new Set()) })),
    replies: [...replies.values()],
    outside: [...outside.values()],
  }
}

/** `no rule matched /login` and `no rule matched /api` are one cause: `no rule matched /login, /api`. */
function together(causes: ReadonlySet<string>): string {
  const [first = '', ...others] = causes
  if (others.length === 0) return first
  const cut = first.lastIndexOf(' ') + 1
  const tails = others.map(other => other.slice(cut))
  if (others.length > 2 || others.some(other => !other.startsWith(first.slice(0, cut)))) {
    return `${first} and ${String(others.length)} more`
  }
  return [first, ...tails].join(', ')
}

function originOfDeath(cause: Cause, decision: Decision, world: World, proxy: ProxyId) {
  if (decision.flags.includes('FI')) return decision.route?.fault?.origin ?? decision.route?.origin
  const cluster = decision.cluster === '-' ? undefined : world.configFor(proxy).clusters.get(decision.cluster)
  if (cause === 'full' && cluster) return limitOrigin(cluster, world.mesh) ?? cluster.destinationRuleOrigin
  if (isNotTaken(decision) || decision.outcome === 'no-listener') {
    const origin = cluster?.tls?.origin ?? cluster?.tlsOrigin ?? decision.endpoint?.acceptsOrigin
    if (origin) return origin
  }
  return cluster?.subsetOrigin ?? cluster?.serviceOrigin ?? decision.leg?.origin ?? decision.virtualHost?.origin
}

function replyWords(decision: Decision): { readonly label: string; readonly detail: string } {
  const label = String(decision.status)
  const action = decision.route?.action
  const sentTo = decision.localReply?.headers.find(([name]) => name.toLowerCase() === 'location')?.[1]
  if (!action && decision.status === 301 && sentTo) return { label, detail: 'redirect to https' }
  if (action?.kind === 'redirect') {
    return { label, detail: `redirect to ${sentTo ?? action.host ?? action.path ?? 'elsewhere'}` }
  }
  return { label, detail: decision.atGateway ? 'answered by the gateway' : 'answered by the sidecar' }
}
