import { assertNever } from '../base/assert-never.ts'
import { clusterParts } from './label.ts'
import { gatewayListenerWords, noVirtualHostWords, serversInWords, sourceInWords, verbFor } from './gateway-words.ts'
import { retryWords } from './retry-words.ts'
import type { TraceStep } from './trace.ts'
import { hashWords, speaksWords, takesWords } from './transport-words.ts'

export type StepMark = 'dot' | 'matched' | 'skipped' | 'never' | 'lost' | 'answered'

export interface StepWords {
  readonly mark: StepMark
  /** What happened: `Rule 1, test-users`. */
  readonly title: string
  /** A name that a proxy uses, for a fixed-width face; the cluster's. */
  readonly code?: string
  /** Why: `skipped: header end-user is absent, exact jason wanted`; may be empty. */
  readonly detail: string
  /** Of the detail, where it is a list: one for each option of a draw. */
  readonly parts?: readonly string[]
}

/** One step of a trace for somebody who knows the YAML and not Envoy. */
export function stepWords(step: TraceStep): StepWords {
  switch (step.kind) {
    case 'dns':
      return step.address === undefined
        ? {
            mark: 'lost',
            title: `${step.name} does not resolve`,
            detail: 'no Service that the caller can look up has this name',
          }
        : { mark: 'dot', title: `${step.name} resolves`, detail: `to ${step.address}` }
    case 'no-sidecar':
      return {
        mark: 'dot',
        title: 'No sidecar: VirtualService not used',
        detail:
          step.service === undefined
            ? 'the connection goes to the address that was dialled'
            : `kube-proxy sends the connection to a ready pod of ${step.service}; no DestinationRule counts`,
      }
    case 'listener':
      return listenerWords(step)
    case 'gateway-listener':
      return gatewayListenerWords(step)
    case 'no-virtual-host':
      return noVirtualHostWords(step)
    case 'virtual-host':
      return virtualHostWords(step)
    case 'refused':
      return {
        mark: 'lost',
        title: 'Envoy refuses these routes',
        code: step.reason,
        detail: 'istiod accepts them. A running proxy keeps what it had; a new one, as here, has none.',
      }
    case 'route-skipped':
      return { mark: 'skipped', title: step.label, detail: `skipped: ${step.because}` }
    case 'route-matched':
      return { mark: 'matched', title: step.label, detail: `matched: ${step.because}` }
    case 'route-not-reached':
      return { mark: 'never', title: step.label, detail: `never reached: ${step.because}` }
    case 'no-route':
      return {
        mark: 'lost',
        title: 'No rule matches',
        detail: 'all were tried, and no default stands behind them',
      }
    case 'draw':
      return drawWords(step)
    case 'delay':
      return {
        mark: 'dot',
        title: `Waits ${duration(step.delayMs)}`,
        detail: 'the rule’s fault delays it, before anything else',
      }
    case 'rewrite':
      return { mark: 'dot', title: 'Rewritten', detail: step.what }
    case 'mirror':
      return {
        mark: 'dot',
        title: step.pod === undefined ? 'Copy dropped' : `Copy to ${step.pod}`,
        detail: step.because,
      }
    case 'cluster':
      return step.found
        ? { mark: 'dot', title: foundCluster(step.name), code: step.name, detail: step.because }
        : { mark: 'lost', title: 'Cluster not found', code: step.name, detail: step.because }
    case 'endpoints':
      return step.healthy === 0
        ? { mark: 'lost', title: 'No pod can answer', detail: step.because }
        : {
            mark: 'dot',
            title: `${String(step.healthy)} of ${String(step.total)} pod${step.total === 1 ? '' : 's'} can answer`,
            detail: step.because,
          }
    case 'endpoint':
      return step.address.startsWith(`${step.pod}:`)
        ? { mark: 'dot', title: `Endpoint ${step.pod}`, detail: `at ${step.address}, as the text gives it` }
        : { mark: 'dot', title: `Pod ${step.pod}`, detail: `of ${step.workload}, at ${step.address}` }
    case 'hash':
      return hashWords(step)
    case 'speaks':
      return speaksWords(step)
    case 'takes':
      return takesWords(step)
    case 'retry':
      return retryWords(step)
    case 'answer':
      return answerWords(step)
    default:
      return assertNever(step)
  }
}

type Step<Kind extends TraceStep['kind']> = Extract<TraceStep, { kind: Kind }>

function listenerWords({ name, protocol, caller, dialled }: Step<'listener'>): StepWords {
  if (name === undefined)
    return { mark: 'lost', title: 'No listener', detail: `nothing takes connections to ${dialled}` }
  if (protocol === 'passthrough') {
    return {
      mark: 'dot',
      title: 'No listener of its own',
      detail: `no Service is at ${dialled}: ${caller}’s sidecar passes the bytes on as they are`,
    }
  }
  return {
    mark: 'dot',
    title: `Listener ${name.replace('_', ':')}`,
    detail: `outbound, from ${caller}${BYTES[protocol] ?? ''}`,
  }
}

const BYTES: Readonly<Record<string, string>> = {
  tcp: '; the port is TCP, so no HTTP rule applies',
  tls: '; the bytes are TLS, so no HTTP rule sees inside',
}

function virtualHostWords({ authority, domain, source, servers }: Step<'virtual-host'>): StepWords {
  const title = `Virtual host for ${authority}`
  const taken = servers ? `${serversInWords(servers)} ${verbFor(servers)} it, ` : ''
  if (!source && servers) {
    return { mark: 'dot', title, detail: `${taken}but no VirtualService for it is bound there` }
  }
  if (!source)
    return {
      mark: 'dot',
      title,
      detail: `this proxy is told of no Service and no VirtualService of this host, so domain ${domain} takes it`,
    }
  const from = source.kind === 'Service' ? 'the Service’s own' : `from ${sourceInWords(source)}`
  return { mark: 'dot', title, detail: `${taken}${from}, domain ${domain}` }
}

function drawWords({ value, options }: Step<'draw'>): StepWords {
  const taken = options.find(option => option.taken)?.label ?? 'none'
  const drawn = value === undefined ? '' : ` ${value.toFixed(3)}`
  const parts = options.map(({ label, share }) => `${label} ${percent(share)}`)
  return { mark: 'dot', title: `Draw${drawn}, so ${taken}`, detail: parts.join(', '), parts }
}

function foundCluster(name: string): string {
  const parts = clusterParts(name)
  if (!parts) return name === 'PassthroughCluster' ? 'Passes through' : 'Cluster'
  return parts.subset === '' ? `All pods of ${parts.shortHost}` : `Subset ${parts.subset} of ${parts.shortHost}`
}

function answerWords({ status, flags, by, because, isConnected }: Step<'answer'>): StepWords {
  if (isConnected) return { mark: 'answered', title: 'Connected', detail: because }
  if (status === 0 && flags !== '-') return { mark: 'lost', title: `Closed, flag ${flags}`, detail: because }
  if (status === 0) return { mark: 'lost', title: 'No answer', detail: because }
  const flag = flags === '-' ? '' : `, flag ${flags}`
  const isFine = status < 500 && (flags === '-' || flags === 'DI')
  const detail = because === '' ? `by ${by}` : `by ${by}${because.startsWith(',') ? '' : '. '}${because}`
  return { mark: isFine ? 'answered' : 'lost', title: `Answered ${String(status)}${flag}`, detail }
}

/** `33.3 %`; a share too small for that keeps two digits. */
function percent(share: number): string {
  const hundredfold = share * 100
  const rounded = Math.round(hundredfold * 10) / 10
  return `${rounded === 0 && share > 0 ? String(Number(hundredfold.toPrecision(2))) : String(rounded)} %`
}

const duration = (ms: number): string => (ms < 1000 ? `${String(ms)} ms` : `${String(ms / 1000)} s`)
