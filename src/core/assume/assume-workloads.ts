import { below } from '../base/origin.ts'
import type { Origin } from '../base/origin.ts'
import type { DestinationRuleResource, Labels, Resource, ServiceResource } from '../resources/index.ts'
import { isWorkload } from './assume-services.ts'
import type { Guess } from './assumed-resource.ts'
import { serviceKey, toServiceName } from './mesh-hosts.ts'
import { writeDeployment } from './write-yaml.ts'

const USUAL_REPLICAS = 2

interface Version {
  readonly name: string
  readonly labels: Labels
  readonly causedBy: Origin | undefined
  readonly because: string
}

/** Pods where the text holds none: a workload for each subset of a Service, or one for a Service without subsets. */
export function assumeWorkloads(resources: readonly Resource[]): readonly Guess[] {
  if (resources.some(isWorkload)) return []
  const rules = new Map<string, DestinationRuleResource[]>()
  for (const resource of resources) {
    const target = resource.kind === 'DestinationRule' && toServiceName(resource.spec.host, resource.namespace)
    if (target) rules.set(serviceKey(target), [...(rules.get(serviceKey(target)) ?? []), resource])
  }
  return resources.flatMap(resource => {
    if (resource.kind !== 'Service' || Object.keys(resource.spec.selector ?? {}).length === 0) return []
    const versions = versionsOf(resource, resource.spec.selector ?? {}, rules.get(serviceKey(resource)) ?? [])
    return versions.map(({ name, labels, because, causedBy }) => ({
      yaml: writeDeployment({ name, namespace: resource.namespace }, labels, USUAL_REPLICAS),
      because,
      causedBy,
    }))
  })
}

function versionsOf(
  service: ServiceResource,
  selector: Labels,
  rules: readonly DestinationRuleResource[],
): readonly Version[] {
  const named = rules.flatMap(rule =>
    rule.spec.subsets.flatMap((subset, i) =>
      Object.keys(subset.labels).length === 0 ? [] : [{ subset, causedBy: below(rule.origin, 'spec', 'subsets', i) }],
    ),
  )
  if (named.length === 0) {
    const because = `Service ${service.name} needs pods and the text holds no workload.`
    const causedBy = service.assumed ? service.assumed.causedBy : service.origin
    return [{ name: service.name, labels: selector, because, causedBy }]
  }
  const versions = new Map<string, Version>()
  for (const { subset, causedBy } of named) {
    // A subset that contradicts the selector can have no pod.
    if (Object.entries(subset.labels).some(([key, value]) => (selector[key] ?? value) !== value)) continue
    const labels = { ...selector, ...subset.labels }
    const key = JSON.stringify(Object.entries(labels).sort())
    if (versions.has(key)) continue
    const because = `Subset ${subset.name} needs pods and the text holds no workload.`
    versions.set(key, { name: `${service.name}-${toName(subset.name)}`, labels, because, causedBy })
  }
  return [...versions.values()]
}

/** A subset's name in a form that a Deployment may have. */
const toName = (subset: string): string => subset.toLowerCase().replace(/[^a-z0-9-]+/g, '-') || 'x'
