import type { Diagnostic, Fix } from '../../base/diagnostic.ts'
import type { Origin } from '../../base/origin.ts'
import type { Cluster, Endpoint } from '../../envoy/index.ts'
import { meet, spokenTo } from '../../route/index.ts'
import { nodeOf, setScalar } from '../../yaml/index.ts'
import { clustersWithTls } from '../clusters-of-callers.ts'
import type { CallersCluster } from '../clusters-of-callers.ts'
import type { Facts } from '../facts.ts'
import { MESSAGES, say } from '../messages.ts'
import type { Rule } from '../rule.ts'

/** A ready pod behind a cluster. */
interface Meeting extends CallersCluster {
  readonly endpoint: Endpoint
}

/**
 * Callers and pods that do not agree on TLS, so that no connection comes about [D40][D41][D54]: told at the `tls` that
 * makes the callers speak so, or, where none does, at what the pods take.
 */
export const checkTransport: Rule = facts => {
  const groups = new Map<string, { readonly origin: Origin; readonly meetings: Meeting[] }>()
  for (const { service, cluster } of clustersWithTls(facts.mesh)) {
    for (const endpoint of cluster.endpoints) {
      const origin = cluster.tls?.origin ?? cluster.tlsOrigin ?? endpoint.acceptsOrigin
      if (!endpoint.healthy || !origin) continue
      const key = JSON.stringify(origin)
      const group = groups.get(key) ?? { origin, meetings: [] }
      groups.set(key, group)
      group.meetings.push({ service, cluster, endpoint })
    }
  }
  return [...groups.values()].flatMap(({ origin, meetings }) => report(facts, origin, meetings))
}

function report(facts: Facts, origin: Origin, meetings: readonly Meeting[]): readonly Diagnostic[] {
  const failed = meetings.filter(failsByTls)
  const [first] = failed
  if (!first) return []
  const spoken = spokenTo(first.cluster, first.endpoint)
  const host = namesOf(failed)
  const all = countPods(meetings.filter(({ service }) => failed.some(other => other.service === service)))
  const lost = countPods(failed)
  const pods = lost === all ? 'Its pods' : `${String(lost)} of its ${String(all)} ready pods`
  const end = spoken === 'plain text' ? '503 UC: the connection is closed' : '503 UF: the handshake fails'
  const detail = `${pods} take ${takenBy(facts, first)}; callers speak ${spoken}${whySpoken(first)}. Requests there are answered ${end}.`
  const values = { host, spoken, takes: TAKES[takesOf(first)] }
  return [say(MESSAGES.transport, values, { detail, origin, fix: fixFor(facts, origin, meetings) })]
}

function failsByTls({ cluster, endpoint }: Meeting): boolean {
  if (cluster.refusal !== undefined) return false
  const met = meet(cluster, endpoint)
  return met === 'reset' || met === 'tls-error'
}

type Takes = 'mtls' | 'plaintext' | 'noTls'

/** What the pod takes that the caller does not speak. */
function takesOf({ cluster, endpoint }: Meeting): Takes {
  if (endpoint.accepts === 'mtls') return 'mtls'
  return spokenTo(cluster, endpoint) === 'TLS' && endpoint.accepts === 'both' ? 'noTls' : 'plaintext'
}

const TAKES = { mtls: 'take mTLS only', plaintext: 'take plain text', noTls: 'serve no TLS of their own' } as const

function takenBy({ resources }: Facts, meeting: Meeting): string {
  const { acceptsOrigin, hasSidecar } = meeting.endpoint
  const stated = acceptsOrigin && resources.find(({ origin }) => isBelow(acceptsOrigin, origin))
  const because = stated
    ? `as ${stated.kind} ${stated.name} says`
    : hasSidecar
      ? 'as nothing says otherwise'
      : 'as no sidecar is there'
  switch (takesOf(meeting)) {
    case 'mtls':
      return `mTLS only, ${because}`
    case 'plaintext':
      return `plain text only, ${because}`
    case 'noTls':
      return 'mTLS and plain text, and no other TLS: only ports named https or tls are taken to serve it'
  }
}

/** A document may hold many resources: `kubectl get` prints one List. */
const isBelow = ({ documentId, path }: Origin, resource: Origin): boolean =>
  documentId === resource.documentId && resource.path.every((step, i) => path[i] === step)

const whySpoken = ({ cluster }: Meeting): string =>
  (cluster.tls?.origin ?? cluster.tlsOrigin)
    ? ', as the DestinationRule’s tls asks'
    : ', and no DestinationRule’s tls asks for more'

/** The mode with which all pods that the field is about can be reached, where `tls` says nothing else. */
function fixFor({ parsed }: Facts, origin: Origin, meetings: readonly Meeting[]): Fix | undefined {
  const tls = nodeOf(parsed, { ...origin, path: origin.path.slice(0, -1) })
  if (origin.path.at(-2) !== 'tls' || tls?.kind !== 'map' || tls.entries.length > 1) return undefined
  const helps = (each: (typeof MODES)[number]) => {
    const met = meetings.map(({ endpoint }) => meet(clusterOf(each), endpoint))
    // What nothing listens at is not reached either way.
    return met.includes('accepted') && !met.some(how => how === 'reset' || how === 'tls-error')
  }
  const mode = MODES.find(helps)
  const edit = mode && setScalar(parsed, origin, mode)
  return edit && { title: `Use ${mode}`, edits: [edit] }
}

const MODES = ['ISTIO_MUTUAL', 'DISABLE'] as const
const clusterOf = (mode: (typeof MODES)[number]): Pick<Cluster, 'tls'> =>
  mode === 'DISABLE' ? {} : { tls: { kind: 'istioMutual', origin: undefined } }

const countPods = (meetings: readonly Meeting[]): number =>
  new Set(meetings.map(({ endpoint }) => `${endpoint.namespace}/${endpoint.pod} ${endpoint.address}`)).size

/** The services, by their names. */
function namesOf(meetings: readonly Meeting[]): string {
  const names = [
    ...new Set(meetings.map(({ service }) => (service.registry === 'Kubernetes' ? service.name : service.hostname))),
  ]
  const [one = '', two, three] = names
  if (two === undefined) return one
  if (three === undefined) return `${one} and ${two}`
  return `${one}, ${two} and ${String(names.length - 2)} more`
}
