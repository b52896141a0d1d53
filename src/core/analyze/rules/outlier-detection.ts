import type { Diagnostic, Fix } from '../../base/diagnostic.ts'
import { below } from '../../base/origin.ts'
import type { Path } from '../../base/origin.ts'
import { hasLabels } from '../../mesh/index.ts'
import type { MeshPod, MeshService } from '../../mesh/index.ts'
import type { DestinationRuleResource, OutlierDetection, Subset } from '../../resources/index.ts'
import { putValue } from '../../yaml/index.ts'
import { labelsOfPods } from '../facts.ts'
import type { Facts } from '../facts.ts'
import { MESSAGES, say } from '../messages.ts'
import type { Rule } from '../rule.ts'

/**
 * Outlier detection that ejects nobody, or may eject everybody. Envoy ejects where 100 × (ejected + 1) / hosts is at most
 * maxEjectionPercent; with all hosts out it answers UH, as Istio's panic threshold is minHealthPercent, 0 where it is not
 * written. Envoy, outlier_detection_impl.cc, ejectHost [E40] [E42] [E70]-[E76] [E85].
 */
export const checkOutlierDetection: Rule = facts =>
  [...facts.destinationRules].flatMap(([hostname, rules]) => {
    const service = facts.mesh.services.get(hostname)
    // Hosts of a headless Service are those that were dialled, as many as there were.
    if (!service || service.resolution === 'Passthrough') return []
    return rules.flatMap(rule => settingsOf(rule).flatMap(setting => check(facts, service, rule, setting)))
  })

interface Setting {
  readonly outlier: OutlierDetection
  readonly path: Path
  /** Of which subset; undefined: of all that have none of their own. */
  readonly subset: Subset | undefined
}

function settingsOf({ spec }: DestinationRuleResource): readonly Setting[] {
  const holders = [
    { policy: spec.trafficPolicy, path: ['spec', 'trafficPolicy'], subset: undefined },
    ...spec.subsets.map((subset, i) => ({
      policy: subset.trafficPolicy,
      path: ['spec', 'subsets', i, 'trafficPolicy'],
      subset,
    })),
  ]
  return holders.flatMap(({ policy, path, subset }) => {
    const levels = (policy?.portLevelSettings ?? []).map((each, i) => ({
      outlier: each.outlierDetection,
      path: [...path, 'portLevelSettings', i],
    }))
    return [{ outlier: policy?.outlierDetection, path }, ...levels].flatMap(each =>
      each.outlier ? { outlier: each.outlier, path: [...each.path, 'outlierDetection'], subset } : [],
    )
  })
}

interface Target {
  readonly name: string
  readonly hosts: number
  /** Pods that the text leaves out: how many there are is not known. */
  readonly isAssumed: boolean
}

function check(
  facts: Facts,
  service: MeshService,
  rule: DestinationRuleResource,
  { outlier, path, subset }: Setting,
): readonly Diagnostic[] {
  const origin = below(rule.origin, ...path)
  const targets = targetsOf(facts, service, rule, outlier, subset)
  const idle = targets.flatMap(target => {
    const why = whyNobody(target, outlier)
    return why === undefined ? [] : [{ target, why }]
  })
  const [first] = idle
  if (first) {
    const detail = `${first.why} A pod that fails goes on taking its share of the requests.`
    const fix = allowOne(facts, origin, outlier, first.target)
    return [say(MESSAGES.outlierWithoutEffect, { target: first.target.name }, { detail, origin, fix })]
  }
  const [all] = targets.filter(() => (outlier.maxEjectionPercent ?? 0) >= 100 && !outlier.minHealthPercent)
  if (!all) return []
  const who = all.isAssumed ? 'All pods' : all.hosts === 1 ? 'Its only pod' : `All ${String(all.hosts)} pods`
  const detail = `${who} may be out at once, as maxEjectionPercent is 100. Then every request is answered 503 UH until one returns.`
  const isAlone = all.hosts < 2 || all.isAssumed
  const fix = isAlone ? undefined : put(facts, origin, Math.floor((100 * (all.hosts - 1)) / all.hosts))
  return [say(MESSAGES.outlierTakesAll, { target: all.name }, { detail, origin, fix })]
}

/** The clusters that a setting is for: of a subset, or those that rules send to of what has no setting of its own. */
function targetsOf(
  facts: Facts,
  service: MeshService,
  { spec }: DestinationRuleResource,
  outlier: OutlierDetection,
  own: Subset | undefined,
): readonly Target[] {
  const legs = facts.legs.filter(leg => leg.hostname === service.hostname && leg.hasTraffic)
  const isUsed = (name: string | undefined): boolean => legs.some(({ destination }) => destination.subset === name)
  const heirs = spec.subsets.filter(each => isUsed(each.name) && !each.trafficPolicy?.outlierDetection)
  const whole = legs.length === 0 || isUsed(undefined) || heirs.length === 0 ? [undefined] : []
  return (own ? [own] : [...whole, ...heirs]).flatMap(subset => {
    const labels = labelsOfPods(subset?.labels ?? {}, facts.resources)
    const found = [...service.pods, ...service.externalEndpoints].filter(host => hasLabels(host.labels, labels))
    // Pods that are not ready are sent too, unless Envoy might use them in a panic [E5].
    const sent = outlier.minHealthPercent ? found.filter(host => !('ready' in host) || host.ready) : found
    const name = subset ? `${service.name} ${subset.name}` : service.name
    const isAssumed = found.some(host => 'workload' in host && isGuess(facts, host))
    return sent.length === 0 ? [] : { name, hosts: sent.length, isAssumed }
  })
}

const isGuess = ({ mesh }: Facts, pod: MeshPod): boolean =>
  mesh.workloads.some(({ name, namespace, assumed }) => assumed && name === pod.workload && namespace === pod.namespace)

/** Why no error, or no ejection, of a cluster has an effect. */
function whyNobody({ hosts, isAssumed }: Target, outlier: OutlierDetection): string | undefined {
  if (!counts(outlier)) return 'consecutive5xxErrors is 0, which switches it off, and nothing else is counted.'
  if (isAssumed) return undefined
  const most = outlier.maxEjectionPercent || undefined
  const share = `${String(Math.round(1000 / hosts) / 10)} %`
  const one = hosts === 1 ? 'Its only pod' : `One of ${String(hosts)} pods`
  if (100 / hosts > (most ?? 10)) {
    const limit =
      most === undefined
        ? '10 %, which maxEjectionPercent is if it is not written'
        : `the ${String(most)} % of maxEjectionPercent`
    return `${one} is ${share}, more than ${limit}: none is ever ejected.`
  }
  const least = outlier.minHealthPercent ?? 0
  const left = (100 * (hosts - 1)) / hosts
  if (left >= least) return undefined
  return `With one out, ${String(Math.round(10 * left) / 10)} % are left, fewer than the ${String(least)} % of minHealthPercent: Envoy then uses all pods, ejected ones too.`
}

/** Failures of its own side are always counted where they are counted apart [E78]. */
const counts = (outlier: OutlierDetection): boolean =>
  (outlier.consecutive5xxErrors ?? 5) > 0 ||
  (outlier.consecutiveGatewayErrors ?? 0) > 0 ||
  outlier.splitExternalLocalOriginErrors === true

/** One pod of several, where only the share is in the way. */
function allowOne(
  facts: Facts,
  origin: Diagnostic['origin'],
  outlier: OutlierDetection,
  { hosts }: Target,
): Fix | undefined {
  const isShare = counts(outlier) && 100 / hosts > (outlier.maxEjectionPercent || 10)
  return isShare && hosts > 1 && !outlier.minHealthPercent ? put(facts, origin, Math.ceil(100 / hosts)) : undefined
}

function put({ parsed }: Facts, outlier: Diagnostic['origin'], percent: number): Fix | undefined {
  const edit = putValue(parsed, below(outlier, 'maxEjectionPercent'), percent)
  return edit && { title: `Let ${String(percent)} % be ejected`, edits: [edit] }
}
