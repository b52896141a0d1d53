import { createPrng, mixSeed } from '../base/prng.ts'
import type { ProxyId } from '../base/ids.ts'
import type { EnvoyConfig } from '../envoy/index.ts'
import { createRouter } from '../route/index.ts'
import type { Router } from '../route/index.ts'
import type { ConfigChange, RouterFor } from './simulation-input.ts'

/** Something was applied, deleted or scaled: from now on istiod would tell proxies this. */
export interface AppliedChange {
  readonly atMs: number
  readonly routerFor: RouterFor
  readonly label: string
  /** Of that, what somebody did; absent: all of it. */
  readonly ordered?: string
}

/** A push comes after so much quiet, and not later than this after the first change. Istio, PILOT_DEBOUNCE_AFTER, _MAX [F21]. */
const QUIET_MS = 100
const MOST_POSTPONED_MS = 10_000

/** Generating and sending, different for each proxy; then routes follow clusters. Measured nowhere: it varies with the mesh. */
const LEAST_TRANSFER_MS = 10
const MOST_TRANSFER_MS = 60
const ROUTES_FOLLOW_MS = 10

/**
 * When each proxy has what: changes are gathered into pushes, each of which reaches the proxies one after the other, and each
 * proxy gets its clusters before its routes. Routes that Envoy refuses leave a proxy with those it had.
 * Istio, discovery.go, debounce; ads.go, PushOrder [F21].
 */
export function propagate(
  initial: RouterFor,
  applied: readonly AppliedChange[],
  proxies: readonly ProxyId[],
  seed: number,
): readonly ConfigChange[] {
  const changes: ConfigChange[] = []
  const running = new Map<ProxyId, Router>(proxies.map(proxy => [proxy, initial(proxy)]))
  for (const [push, { atMs, last, label, ordered }] of toPushes(applied).entries()) {
    for (const [index, proxy] of proxies.entries()) {
      const random = createPrng(mixSeed(mixSeed(seed, push), index))
      const arrivesMs = atMs + LEAST_TRANSFER_MS + random() * (MOST_TRANSFER_MS - LEAST_TRANSFER_MS)
      const before = running.get(proxy)
      if (!before) continue
      const now = last.routerFor(proxy)
      const clusters = createRouter({ ...before.config, clusters: now.config.clusters })
      const whole = withoutRefused(before.config, now)
      running.set(proxy, whole)
      const same = { proxy, label, ordered, asOfMs: last.atMs }
      changes.push({ ...same, atMs: arrivesMs, routerFor: () => clusters })
      changes.push({ ...same, atMs: arrivesMs + ROUTES_FOLLOW_MS, routerFor: () => whole })
    }
  }
  return changes.sort((a, b) => a.atMs - b.atMs)
}

interface Push {
  readonly atMs: number
  /** What is pushed is what holds by then. */
  readonly last: AppliedChange
  readonly label: string
  readonly ordered: string
}

function toPushes(applied: readonly AppliedChange[]): readonly Push[] {
  const pushes: Push[] = []
  let gathered: AppliedChange[] = []
  const close = (atMs: number): void => {
    const last = gathered.at(-1)
    const label = gathered.map(each => each.label).join(', ')
    const ordered = gathered.flatMap(each => (each.ordered ?? each.label) || []).join(', ')
    if (last) pushes.push({ atMs, last, label, ordered })
    gathered = []
  }
  for (const change of applied) {
    const [first] = gathered
    const before = gathered.at(-1)
    if (first && before) {
      const dueMs = Math.min(before.atMs + QUIET_MS, first.atMs + MOST_POSTPONED_MS)
      if (change.atMs > dueMs) close(dueMs)
    }
    gathered.push(change)
  }
  const [first] = gathered
  const last = gathered.at(-1)
  if (first && last) close(Math.min(last.atMs + QUIET_MS, first.atMs + MOST_POSTPONED_MS))
  return pushes
}

/** Envoy keeps the routes that it has instead of ones that it refuses. Envoy, grpc_mux_impl.cc, NACK. */
function withoutRefused(before: EnvoyConfig, now: Router): Router {
  const refused = [...now.config.routeConfigs].filter(([, { refusal }]) => refusal !== undefined)
  if (refused.length === 0) return now
  const routeConfigs = new Map(now.config.routeConfigs)
  for (const [name] of refused) {
    const old = before.routeConfigs.get(name)
    if (old) routeConfigs.set(name, old)
  }
  return createRouter({ ...now.config, routeConfigs })
}
