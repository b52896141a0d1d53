import { below } from '../../core/base/origin.ts'
import { shortHost } from '../names.ts'
import { limitOrigin, fullWords } from '../full-limits.ts'
import { percent, milliseconds } from '../figures.ts'
import { FAILED, brokenWords } from '../broken-words.ts'
import { namespaceOf } from './death.ts'
import type { CauseLink, Death } from './death.ts'
import { missingReasons } from './missing-reasons.ts'
import { hiddenReasons, nameReasons } from './name-reasons.ts'
import { nobodyReasons } from './nobody-reasons.ts'

/** What the configuration lacks, limits or asks for, so that this death follows. */
export function reasonsFor(death: Death): readonly CauseLink[] {
  switch (death.cause) {
    case 'dns':
      return nameReasons(death)
    case 'no-listener':
    case 'refused-passthrough':
    case 'no-virtual-host':
      return hiddenReasons(death)
    case 'no-rule':
      return []
    case 'injected':
      return faultReasons(death)
    case 'no-cluster':
      return missingReasons(death)
    case 'no-endpoint':
      return nobodyReasons(death)
    case 'not-taken':
      return brokenReasons(death)
    case 'full':
      return limitReasons(death)
    case 'other':
      return timeReasons(death)
  }
}

function faultReasons({ decision }: Death): readonly CauseLink[] {
  const fault = decision.route?.fault
  if (!fault?.abort) return []
  const { numerator, httpStatus, grpcStatus } = fault.abort
  const status = httpStatus === undefined ? `gRPC ${grpcStatus ?? ''}` : String(httpStatus)
  const origin = fault.origin && below(fault.origin, 'abort')
  return [{ title: `Its fault aborts ${percent(numerator / 1_000_000)} with ${status}`, detail: '', origin }]
}

function limitReasons({ decision, router, world }: Death): readonly CauseLink[] {
  const cluster = decision.cluster === '-' ? undefined : router.config.clusters.get(decision.cluster)
  if (!cluster) return []
  const [title = '', detail = ''] = fullWords(cluster).split(': ')
  const origin = limitOrigin(cluster, world.mesh) ?? cluster.destinationRuleOrigin
  return [{ title: title.charAt(0).toUpperCase() + title.slice(1), detail, origin }]
}

/** A connection that broke although both sides agree: the pods' own doing. */
function brokenReasons(death: Death): readonly CauseLink[] {
  const words = brokenWords(death.decision)
  const isTold = death.trace.some(step => step.kind === 'takes' && step.met !== 'accepted')
  if (words === FAILED || isTold) return behaviourReasons(death)
  return [
    { title: words.charAt(0).toUpperCase() + words.slice(1), detail: '', origin: undefined },
    ...behaviourReasons(death),
  ]
}

function timeReasons(death: Death): readonly CauseLink[] {
  const { decision, world, patienceMs } = death
  const { route, details } = decision
  const action = route?.action.kind === 'forward' ? route.action : undefined
  const rule = route?.origin
  if (details === 'response_timeout') {
    const limit = action && action.timeoutMs > 0 ? milliseconds(action.timeoutMs) : 'so long'
    const origin = rule && below(rule, 'timeout')
    return [...behaviourReasons(death), { title: `The rule waits ${limit} and no longer`, detail: '', origin }]
  }
  if (details === 'upstream_per_try_timeout') {
    const { perTryTimeoutMs } = action?.retryPolicy ?? {}
    const limit = perTryTimeoutMs === undefined ? 'so long' : milliseconds(perTryTimeoutMs)
    const origin = rule && below(rule, 'retries', 'perTryTimeout')
    return [...behaviourReasons(death), { title: `Each try may take ${limit}`, detail: '', origin }]
  }
  if (details === 'downstream_remote_disconnect') {
    const limit = patienceMs === undefined ? 'no longer' : milliseconds(patienceMs)
    const scenario = world.scenario?.resource.origin
    const origin = scenario && below(scenario, 'spec', 'clients')
    return [...behaviourReasons(death), { title: `The caller waits ${limit}, then leaves`, detail: '', origin }]
  }
  return behaviourReasons(death)
}

/** The Scenario's word on how the pods behave that had it. */
function behaviourReasons({ decision: { endpoint }, world, proxy }: Death): readonly CauseLink[] {
  const resource = world.scenario?.resource
  if (!endpoint || !resource) return []
  const names = new Set([endpoint.workload, endpoint.pod].flatMap(name => [name, `${name}.${endpoint.namespace}`]))
  const told = resource.spec.workloads.filter(({ name }) => name !== undefined && names.has(name))
  return told.map(({ name = '', path }) => ({
    title: `The Scenario says how ${shortHost(name, namespaceOf(proxy))} behaves`,
    detail: '',
    origin: below(resource.origin, ...path),
  }))
}
