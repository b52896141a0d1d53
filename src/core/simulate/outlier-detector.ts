import type { Cluster } from '../envoy/index.ts'
import { NOTED_AT, NO_ERRORS, effectOf } from './errors-in-a-row.ts'
import type { ErrorKind } from './errors-in-a-row.ts'
import type { TryEnd } from './event-log.ts'
import type { EventQueue } from './event-queue.ts'
import type { Host } from './host.ts'

/** Envoy's cap, which Istio leaves as it is. */
const MOST_EJECTION_MS = 300_000

export interface Ejection {
  readonly because: ErrorKind
  /** How often this host so far, this time included. */
  readonly count: number
  /** What the base time is multiplied by. */
  readonly factor: number
  readonly untilMs: number
  readonly enforced: boolean
}

export interface OutlierDetector {
  /** How a try ended at a host; also that a connection to it came about. */
  report(host: Host, end: TryEnd | 'connected'): void
}

export interface OutlierInput {
  readonly cluster: Cluster
  readonly queue: EventQueue
  /** Sweeps come every interval from here. */
  readonly sinceMs: number
  readonly hosts: () => readonly Host[]
  readonly onEjected: (host: Host, ejection: Ejection) => void
  readonly onReturned: (host: Host) => void
}

interface HostRecord {
  readonly counts: Record<ErrorKind, number>
  ejections: number
  /** What its last stay was multiplied by, less one for each sweep that found it in the list since. */
  factor: number
  ejectedAtMs: number
}

/**
 * Counts errors in a row and takes hosts out; brings them back at sweeps. Envoy, outlier_detection_impl.cc,
 * DetectorHostMonitorImpl, DetectorImpl::checkHostForUneject, ejectHost [D1]-[D21].
 */
export function createOutlierDetector(input: OutlierInput): OutlierDetector | undefined {
  const { cluster, queue, sinceMs, hosts, onEjected, onReturned } = input
  const { outlierDetection: config, details } = cluster
  if (!config) return undefined
  const split = details?.outlier?.local
  const thresholds = {
    'consecutive-5xx': config.consecutive5xx,
    'consecutive-gateway-failure': config.consecutiveGatewayFailure ?? NOTED_AT,
    'consecutive-local-origin-failure': split?.consecutiveFailures ?? 5,
  }
  const isEnforced = (because: ErrorKind): boolean =>
    because !== 'consecutive-gateway-failure' || config.consecutiveGatewayFailure !== undefined
  const records = new WeakMap<Host, HostRecord>()
  let isSweeping = false

  function recordOf(host: Host): HostRecord {
    const known = records.get(host)
    if (known) return known
    const record: HostRecord = { counts: { ...NO_ERRORS }, ejections: 0, factor: 0, ejectedAtMs: 0 }
    records.set(host, record)
    return record
  }

  function count(host: Host, because: ErrorKind): void {
    const { counts } = recordOf(host)
    counts[because]++
    if (counts[because] !== thresholds[because]) return
    counts[because] = 0
    if (host.ejected) return
    if (!hasRoom()) return
    if (isEnforced(because)) eject(host, because)
    else {
      const { ejections, factor } = recordOf(host)
      onEjected(host, { because, count: ejections, factor, untilMs: queue.nowMs(), enforced: false })
    }
  }

  /** Whether one more may be out. */
  function hasRoom(): boolean {
    const all = hosts()
    const out = all.filter(other => other.ejected).length
    return config !== undefined && (100 * (out + 1)) / all.length <= config.maxEjectionPercent
  }

  function eject(host: Host, because: ErrorKind): void {
    if (!config) return
    const record = recordOf(host)
    record.ejections++
    record.factor++
    record.ejectedAtMs = queue.nowMs()
    host.ejected = true
    sweepFromNowOn()
    onEjected(host, {
      because,
      count: record.ejections,
      factor: record.factor,
      untilMs: record.ejectedAtMs + stayMs(config.baseEjectionTimeMs, record.factor),
      enforced: true,
    })
  }

  /** Only as long as there is something to do. */
  function sweepFromNowOn(): void {
    if (isSweeping || !config) return
    isSweeping = true
    const { intervalMs } = config
    const next = sinceMs + (Math.floor((queue.nowMs() - sinceMs) / intervalMs) + 1) * intervalMs
    queue.at(next, sweep)
  }

  function sweep(): void {
    if (!config) return
    isSweeping = false
    let isOver = true
    for (const host of hosts()) {
      const record = records.get(host)
      if (!record) continue
      if (!host.ejected) record.factor = Math.max(0, record.factor - 1)
      else if (queue.nowMs() - record.ejectedAtMs >= stayMs(config.baseEjectionTimeMs, record.factor)) {
        host.ejected = false
        Object.assign(record.counts, NO_ERRORS)
        onReturned(host)
      }
      if (host.ejected || record.factor > 0) isOver = false
    }
    if (!isOver) sweepFromNowOn()
  }

  return {
    report(host, end) {
      const { counts } = recordOf(host)
      const { clears, adds } = effectOf(end, split !== undefined)
      for (const kind of clears) counts[kind] = 0
      for (const kind of adds) count(host, kind)
    },
  }
}

const stayMs = (baseMs: number, factor: number): number => Math.min(baseMs * factor, Math.max(baseMs, MOST_EJECTION_MS))
