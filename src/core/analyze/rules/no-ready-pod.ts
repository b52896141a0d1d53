import type { Fix } from '../../base/diagnostic.ts'
import { below } from '../../base/origin.ts'
import { hasLabels } from '../../mesh/index.ts'
import type { Labels } from '../../resources/index.ts'
import { setScalar } from '../../yaml/index.ts'
import type { Facts } from '../facts.ts'
import { labelsOfPods, ruleOfLeg } from '../facts.ts'
import { addDeployments } from '../fixes/add-deployment.ts'
import { selectSimilar } from '../fixes/select-similar.ts'
import { MESSAGES, say } from '../messages.ts'
import type { Rule } from '../rule.ts'

/** Traffic for pods of which none is ready: Envoy's cluster has no healthy endpoint and answers 503 UH. */
export const checkNoReadyPod: Rule = facts =>
  facts.legs.flatMap(leg => {
    const service = facts.mesh.services.get(leg.hostname)
    const name = leg.destination.subset
    const subset = name === undefined ? undefined : facts.findSubset(leg.hostname, name)
    if (!service || !leg.hasTraffic || !service.selector || (name !== undefined && !subset)) return []
    const labels = labelsOfPods(subset?.labels ?? {}, facts.resources)
    const pods = service.pods.filter(pod => hasLabels(pod.labels, labels))
    if (pods.some(({ ready }) => ready)) return []
    const wanted = { ...service.selector, ...labels }
    const isKnown = facts.hasWorkload(service.namespace, wanted)
    // Labels that select nothing at all are another mistake, told where the labels stand.
    if (pods.length === 0 && name !== undefined && !isKnown && service.pods.length > 0) return []
    const target = name === undefined ? service.name : `${service.name} ${name}`
    const isLeftOut = service.pods.length === 0 && !isKnown
    const why = isLeftOut
      ? `the text holds none of its pods, which a dump often leaves out, as no workload of namespace ${service.namespace} carries ${pairs(service.selector)}`
      : pods.length === 0
        ? 'there is no pod'
        : `${pods.length} ${pods.length === 1 ? 'pod is' : 'pods are'} not ready`
    const fate = leg.list === 'http' ? 'Requests there are answered 503 UH.' : 'Connections there are closed.'
    const then = leg.isMirror ? 'Copies are dropped.' : fate
    const detail = `${ruleOfLeg(leg)} sends to ${target}: ${why}. ${then}`
    const started = pods.length === 0 ? startPod(facts, service.namespace, wanted) : undefined
    const fix = started ?? (isLeftOut ? (selectSimilar(facts, service) ?? addDeployments(facts, service)) : undefined)
    return say(MESSAGES.noReadyPod, { target }, { detail, origin: leg.origin, fix })
  })

const pairs = (labels: Labels): string =>
  Object.entries(labels)
    .map(([key, value]) => `${key}=${value}`)
    .join(', ')

/** Of the only workload that would have such pods and is scaled to none. */
function startPod({ parsed, resources }: Facts, namespace: string, wanted: Labels): Fix | undefined {
  const [workload, another] = resources.filter(
    each =>
      each.namespace === namespace &&
      'replicas' in each.spec &&
      each.spec.replicas === 0 &&
      hasLabels(each.spec.podLabels, wanted),
  )
  const edit = workload && setScalar(parsed, below(workload.origin, 'spec', 'replicas'), 1)
  return another || !edit ? undefined : { title: `Start a pod of ${workload.name}`, edits: [edit] }
}
