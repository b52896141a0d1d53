import { hasLabels } from '../mesh/index.ts'
import type { Labels, PodResource, Resource, WorkloadResource } from '../resources/index.ts'
import type { Guess } from './assumed-resource.ts'
import { findMentions, serviceKey } from './mesh-hosts.ts'
import type { Mention, ServiceName } from './mesh-hosts.ts'
import { writeService } from './write-yaml.ts'

const USUAL_PORT = 80
const APP_LABELS = ['app', 'app.kubernetes.io/name', 'k8s-app']

/** The Services that hosts name, where the text holds no Service at all; none as soon as it holds one. */
export function assumeServices(resources: readonly Resource[], called: readonly Mention[] = []): readonly Guess[] {
  if (resources.some(({ kind }) => kind === 'Service')) return []
  const byService = new Map<string, Mention[]>()
  const declared = declaredHosts(resources)
  for (const mention of [...findMentions(resources), ...called]) {
    if (declared.has(hostOf(mention.service))) continue
    const key = serviceKey(mention.service)
    const known = byService.get(key)
    if (known) known.push(mention)
    else byService.set(key, [mention])
  }
  const workloads = resources.filter(isWorkload)
  return [...byService.values()].flatMap(mentions => {
    const [first] = mentions
    if (!first) return []
    const ports = [...new Set(mentions.flatMap(({ port }) => port ?? []))].sort((a, b) => a - b)
    const selector = guessSelector(first.service, workloads)
    return {
      yaml: writeService(first.service, selector, ports.length > 0 ? ports : [USUAL_PORT]),
      because: `The text names host ${first.service.name} and holds no Service.`,
      causedBy: first.origin,
    }
  })
}

/** Hosts that ServiceEntries declare: they are no Services. */
function declaredHosts(resources: readonly Resource[]): ReadonlySet<string> {
  const hosts = resources.flatMap(resource => (resource.kind === 'ServiceEntry' ? resource.spec.hosts : []))
  return new Set(hosts.map(host => host.toLowerCase()))
}

const hostOf = ({ name, namespace }: ServiceName): string => `${name}.${namespace}.svc.cluster.local`

export const isWorkload = (resource: Resource): resource is WorkloadResource | PodResource =>
  resource.kind === 'Pod' || 'replicas' in resource.spec

export const podLabelsOf = (workload: WorkloadResource | PodResource): Labels =>
  workload.kind === 'Pod' ? workload.labels : workload.spec.podLabels

/** The label by which existing pods say that they are the Service's; `app` where none do. */
function guessSelector(
  { name, namespace }: ServiceName,
  workloads: readonly (WorkloadResource | PodResource)[],
): Labels {
  const near = workloads.filter(workload => workload.namespace === namespace)
  const key = APP_LABELS.find(label => near.some(workload => hasLabels(podLabelsOf(workload), { [label]: name })))
  return { [key ?? 'app']: name }
}
