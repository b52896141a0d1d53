import type { Origin } from '../core/base/origin.ts'
import type { ProxyId, ResourceKey } from '../core/base/ids.ts'
import type { AssumedTraffic } from './assumed-traffic.ts'
import type { Outcome, Tone } from './outcome.ts'

/**
 * What one text means for one caller, as a picture without time: cards with rows, and lanes between them. Shares are exact
 * probabilities of all requests of that caller's traffic in view. Ids are stable across edits that keep the thing.
 */
export interface Stage {
  readonly proxy: ProxyId
  readonly client: ClientNode
  readonly sidecar: SidecarNode
  /** One card per host that the traffic reaches, in document order; a host without VirtualService has one default row. */
  readonly rules: readonly RulesNode[]
  readonly subsets: readonly SubsetsNode[]
  readonly workloads: readonly WorkloadNode[]
  readonly holes: readonly HoleNode[]
  /** Answers that the proxy makes as configured: direct responses and redirects. */
  readonly replies: readonly ReplyNode[]
  readonly lanes: readonly Lane[]
}

interface NodeBase {
  readonly id: string
  readonly origin: Origin | undefined
  /** Why it is drawn although the text does not hold it; drawn dashed. */
  readonly assumed: string | undefined
}

/** Whether it is assumed, and the text can be made to say it. */
export const canWriteDown = (node: NodeBase & Pick<Partial<ClientNode>, 'sends'>): boolean =>
  node.assumed !== undefined && (node.sends?.assumed?.writable ?? true)

export interface ClientNode extends NodeBase {
  readonly kind: 'client'
  readonly name: string
  readonly ratePerSecond: number
  /** Without a rate: how many send at a time. */
  readonly atOnce?: number
  /** Why it is taken to send this, as far as nobody says so. */
  readonly sends?: { readonly assumed: AssumedTraffic | undefined }
  /** One line a request class: `20 % jason`. */
  readonly classes: readonly { readonly id: string; readonly label: string; readonly share: number }[]
}

export interface SidecarNode extends NodeBase {
  readonly kind: 'sidecar'
  /** False: VirtualServices do not apply, the box is not drawn. */
  readonly present: boolean
  readonly title: string
  /** `:9080`, one per listener in use. */
  readonly ports: readonly string[]
}

export interface RulesNode extends NodeBase {
  readonly kind: 'rules'
  /** The short host: `reviews`. */
  readonly title: string
  /** Undefined: no VirtualService, the Service's default route. */
  readonly resource: ResourceKey | undefined
  /** Absent: a VirtualService. */
  readonly resourceKind?: 'HTTPRoute'
  /** It takes connections as they are: `tcp` and `tls` rules, or a port of that kind. */
  readonly bytes?: true
  readonly share: number
  readonly rows: readonly RuleRow[]
}

export interface RuleRow {
  readonly id: string
  /** The rule's name, or `rule 2`. */
  readonly title: string
  /** On the spine: its place in the resource that says it; absent: its place on the card. */
  readonly number?: number
  /** It delegates: rows of the card that take its requests for it. */
  readonly parts?: readonly string[]
  /** In a sentence: `rule 2`, `rule 1 of cart-rules`, a delegate; absent for a default route. */
  readonly called?: string
  /** `end-user = jason`, `everyone else`, `no conditions`, `never reached`. */
  readonly condition: string
  /** Set in the data face: it could be pasted into YAML. */
  readonly mono: boolean
  readonly share: number
  /** `unreachable`: no request can reach it (left out by istiod or shadowed), `why` says which rule takes them. */
  readonly state: 'live' | 'unreachable'
  readonly why: string | undefined
  readonly legs: readonly LegRow[]
  /** `fault: abort 503 10 %`, `mirror v2 100 %`, `timeout 2 s`, `rewrite /v2` as short badges. */
  readonly badges: readonly string[]
  readonly origin: Origin | undefined
}

export interface LegRow {
  readonly id: string
  /** `v1`, `ratings`, `answer 201`, `redirect 301`. */
  readonly label: string
  /** Share as set among the rule's legs, 0 to 1; undefined for a mirror. */
  readonly setShare: number | undefined
  /** Expected share of all requests in view. */
  readonly share: number
  readonly tone: Tone
  readonly kind: 'forward' | 'reply' | 'mirror'
  /** Of a `tcp` or `tls` rule: where the leg leads. */
  readonly cluster?: string
  readonly origin: Origin | undefined
}

export interface SubsetsNode extends NodeBase {
  readonly kind: 'subsets'
  /** The short host. */
  readonly title: string
  /** Undefined: no DestinationRule for this host as this caller sees it. */
  readonly resource: ResourceKey | undefined
  /** Policy of the whole host: `least request`, `eject 5`, `pool 10`. */
  readonly badges: readonly string[]
  readonly rows: readonly SubsetRow[]
}

export interface SubsetRow {
  /** The cluster's name. */
  readonly id: string
  /** `v1`, or `all pods` for the cluster without subset. */
  readonly name: string
  /** `version=v1`. */
  readonly selector: string
  readonly share: number
  readonly badges: readonly string[]
  /** How many requests or connections it takes at a time is set. */
  readonly isLimited?: true
  readonly tone: Tone
  readonly origin: Origin | undefined
}

export interface WorkloadNode extends NodeBase {
  readonly kind: 'workload'
  readonly name: string
  /** `outside` is an address that no Service has: passthrough. */
  readonly place: 'mesh' | 'outside'
  /** Its pods are addresses of a ServiceEntry, not pods. */
  readonly addresses?: true
  readonly share: number
  readonly pods: readonly PodDot[]
}

export interface PodDot {
  readonly id: string
  readonly name: string
  readonly ready: boolean
  readonly origin: Origin | undefined
}

export interface HoleNode extends NodeBase {
  readonly kind: 'hole'
  readonly outcome: Outcome
  /** `503 NC`. */
  readonly label: string
  /** `cluster not found: no subset v3`. */
  readonly cause: string
  readonly share: number
  /** Node or row where it happens: the hole is placed by it. */
  readonly at: string
  /** What falls in was turned away before the row `at`: it did not get through it. */
  readonly bounced?: true
  /** Nothing was sent to a pod: the caller’s own proxy had none to send it to. */
  readonly unsent?: true
}

export interface ReplyNode extends NodeBase {
  readonly kind: 'reply'
  /** `201`. */
  readonly label: string
  /** `answered by the sidecar`, `redirect to /new`. */
  readonly detail: string
  readonly outcome: Outcome
  readonly share: number
  readonly at: string
}

/**
 * A stretch of way that particles travel. `from` and `to` are ids of nodes or rows (`in` starts at the client).
 * in: client to a rules card · spine: a card's header to a leg's rail · rail: through the rules card · split: rules card to
 * subset row · subset: through the row · deliver: to a workload · fall: to a hole · reply: to a reply · mirror: dashed.
 */
export interface Lane {
  readonly id: string
  readonly kind: 'in' | 'spine' | 'rail' | 'split' | 'subset' | 'deliver' | 'fall' | 'reply' | 'mirror'
  readonly from: string
  readonly to: string
  /** Expected share of all requests in view, 0 to 1. */
  readonly share: number
  readonly tone: Tone | 'idle'
  /** A pill `90 % · 89.7`: the share set, to be completed by the share measured. Undefined: no pill. */
  readonly setShare: number | undefined
  readonly origin: Origin | undefined
}
