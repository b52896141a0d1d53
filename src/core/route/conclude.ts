import type { Endpoint } from '../envoy/index.ts'
import { answerLocally, withDelayFlag } from './course.ts'
import type { Course, ReadyCluster, Settled } from './course.ts'
import type { Decision } from './decision.ts'
import { setCookieLines } from './hash/made-up-cookie.ts'
import type { RequestHash } from './hash/request-hash.ts'
import type { HeaderLine } from './headers/mutate-headers.ts'
import { clientCertificate } from './transport.ts'
import { triesWords } from './tries-words.ts'
import type { TryResult } from './would-retry.ts'

/** What became of all tries of one request. */
export interface Tried {
  readonly result: FinalResult
  readonly attempts: number
  /** Tries that reached a pod's application. */
  readonly arrivals: number
  /** Another try was wanted, and none was left. */
  readonly exhausted: boolean
  /** Another try was wanted, and the cluster's limit of retries allowed none. */
  readonly denied?: boolean | undefined
  /** The answer had begun when this ended it. */
  readonly brokenOff?: 'timeout' | 'protocol-error' | undefined
  readonly endpoint: Endpoint | undefined
  readonly elapsedMs: number
  /** How much of it is back-off. */
  readonly backOffMs: number
}

/** The last try's, or what ended it for all of them; `left`: the caller did not wait. */
export type FinalResult = TryResult | 'timeout' | 'overflow' | 'protocol-error' | 'no-healthy' | 'left'

/** The cookies that were made up where the request brought none. */
function madeUpCookies({ proxy }: Course, { cluster, healthy }: ReadyCluster, { endpoint, hash }: PodReply) {
  const { newCookies } = hash
  const table = newCookies.length > 0 && endpoint ? proxy.tables(cluster, healthy) : undefined
  return table && endpoint && setCookieLines(hash, table, endpoint)
}

interface PodReply {
  readonly status: number
  readonly flag: string
  readonly attempts: number
  readonly endpoint: Endpoint | undefined
  readonly mirrors: Decision['mirrors']
  readonly hash: RequestHash
  /** Absent: no clock ran. */
  readonly tried?: Tried
}

/** The decision where a pod's answer goes back to the caller. */
export function answered(course: Course, settled: Settled, reply: PodReply): Decision {
  const { route, leg, cluster, delayMs } = settled
  const { status, attempts, endpoint, mirrors, tried } = reply
  const flags = withDelayFlag(reply.flag, delayMs)
  if (course.steps) {
    const by = endpoint?.pod ?? course.address
    const because = attempts > 1 ? `, on try ${String(attempts)}` : ''
    course.steps.push({ kind: 'answer', status, flags, details: VIA, by, because, origin: endpoint?.origin })
  }
  return {
    outcome: 'http',
    status,
    flags,
    details: tried?.brokenOff ? BROKEN_OFF[tried.brokenOff].details : VIA,
    virtualHost: course.virtualHost,
    route,
    leg,
    cluster: cluster?.cluster.name ?? '-',
    endpoint,
    attempts,
    arrivals: tried?.arrivals,
    delayMs,
    upstreamMs: tried?.elapsedMs,
    backOffMs: tried?.backOffMs,
    mirrors,
    localReply: undefined,
    clientCertificate: cluster && clientCertificate(course, cluster.cluster, endpoint),
    setCookies: cluster && madeUpCookies(course, cluster, reply),
  }
}

const VIA = 'via_upstream'

/** The decision after the last try: the pod's answer, or the proxy's own where none came in time [C33] [C55] [C56]. */
export function conclude(
  course: Course,
  settled: Settled,
  tried: Tried,
  hash: RequestHash,
  mirrors: Decision['mirrors'],
): Decision {
  const { result, attempts, arrivals, endpoint, elapsedMs, backOffMs } = tried
  if (typeof result === 'number') {
    const flag = flagsOf(tried, tried.brokenOff ? BROKEN_OFF[tried.brokenOff].flag : '-')
    return answered(course, settled, { status: result, flag, attempts, endpoint, mirrors, hash, tried })
  }
  const rest = { arrivals, upstreamMs: elapsedMs, backOffMs, mirrors }
  if (result === 'no-healthy') return { ...noHealthyUpstream(course, settled, attempts), ...rest }
  const { status, flag, details, body, headers } = FAILURES[result]
  const latest = attempts > 1 ? 'retried and the latest reset reason' : 'reset reason'
  const decision = answerLocally(course, settled, {
    status,
    flag: flagsOf(tried, flag),
    details,
    attempts,
    made: { body: body.replace('reset reason', latest), wasSent: true, ...(headers && { headers }) },
    endpoint,
    because: triesWords(tried, settled.route),
  })
  return { ...decision, ...rest }
}

/** That no try was left, or none allowed, is noted before the failure itself [D41] [D53]. */
function flagsOf({ exhausted, denied }: Tried, flag: string): string {
  const noted = exhausted ? 'URX' : denied ? 'UO' : undefined
  return noted === undefined ? flag : flag === '-' ? noted : `${noted},${flag}`
}

/** The status has gone out by then. */
const BROKEN_OFF = {
  timeout: { flag: 'UT', details: 'response_timeout' },
  'protocol-error': { flag: 'UPE', details: 'upstream_reset_after_response_started{protocol_error}' },
}

const NOT_CONNECTED = 'upstream_reset_before_response_started{remote_connection_failure'
const RESET = 'upstream connect error or disconnect/reset before headers. reset reason:'
const NO_CONNECTION = { status: 503, flag: 'UF', body: `${RESET} remote connection failure` }

const TIMED_OUT = { status: 504, flag: 'UT', body: 'upstream request timeout' }

interface Failure {
  readonly status: number
  readonly flag: string
  readonly details: string
  readonly body: string
  readonly headers?: readonly HeaderLine[]
}

const FAILURES: Readonly<Record<Exclude<FinalResult, number | 'no-healthy'>, Failure>> = {
  timeout: { ...TIMED_OUT, details: 'response_timeout' },
  'per-try-timeout': { ...TIMED_OUT, details: 'upstream_per_try_timeout' },
  refused: { ...NO_CONNECTION, details: `${NOT_CONNECTED}|delayed_connect_error:_Connection_refused}` },
  // As the recordings write it, without BoringSSL's own words.
  'tls-error': { ...NO_CONNECTION, details: `${NOT_CONNECTED}{TLS_error}` },
  'connect-timeout': {
    ...NO_CONNECTION,
    details: 'upstream_reset_before_response_started{connection_timeout}',
    body: `${RESET} connection timeout`,
  },
  reset: {
    status: 503,
    flag: 'UC',
    details: 'upstream_reset_before_response_started{connection_termination}',
    body: `${RESET} connection termination`,
  },
  'protocol-error': {
    status: 502,
    flag: 'UPE',
    details: 'upstream_reset_before_response_started{protocol_error}',
    body: `${RESET} protocol error`,
  },
  overflow: {
    status: 503,
    flag: 'UO',
    details: 'upstream_reset_before_response_started{overflow}',
    body: `${RESET} overflow`,
    headers: [['x-envoy-overloaded', 'true']],
  },
  left: { status: 0, flag: 'DC', details: 'downstream_remote_disconnect', body: '' },
}

export function noHealthyUpstream(course: Course, settled: Settled, attempts = 1): Decision {
  const body = 'no healthy upstream'
  return answerLocally(course, settled, {
    status: 503,
    flag: 'UH',
    details: 'no_healthy_upstream',
    attempts,
    made: { body, wasSent: true },
    because: 'No pod could take it.',
  })
}
