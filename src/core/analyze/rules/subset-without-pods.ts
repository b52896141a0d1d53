import type { Fix } from '../../base/diagnostic.ts'
import { below } from '../../base/origin.ts'
import { hasLabels } from '../../mesh/index.ts'
import type { MeshService } from '../../mesh/index.ts'
import type { DestinationRuleResource, Subset } from '../../resources/index.ts'
import { setScalar } from '../../yaml/index.ts'
import { labelsOfPods } from '../facts.ts'
import type { Facts } from '../facts.ts'
import { MESSAGES, say } from '../messages.ts'
import type { Rule } from '../rule.ts'

/** Istio, destinationrule.PodNotSelectedAnalyzer: a subset whose labels no pod of its Service has. */
export const checkSubsetWithoutPods: Rule = facts =>
  [...facts.destinationRules].flatMap(([hostname, rules]) => {
    const service = facts.mesh.services.get(hostname)
    if (!service || service.pods.length === 0) return []
    return rules.flatMap(rule =>
      rule.spec.subsets.flatMap((subset, i) => {
        const wanted = labelsOfPods(subset.labels, facts.resources)
        if (service.pods.some(({ labels }) => hasLabels(labels, wanted))) return []
        if (isScaledToNone(facts, service, subset)) return []
        const pairs = Object.entries(subset.labels).map(([key, value]) => `${key}: ${value}`)
        return say(
          MESSAGES.subsetWithoutPods,
          { subset: subset.name },
          {
            detail: `No pod of ${service.name} has ${pairs.join(', ')}. Requests to the subset are answered 503 UH: its cluster is empty.`,
            origin: below(rule.origin, 'spec', 'subsets', i, 'labels'),
            fix: useFreeValue(facts, rule, service, i),
          },
        )
      }),
    )
  })

/** A workload has the labels and no pods: then the number is wrong, not the labels. */
function isScaledToNone(facts: Facts, service: MeshService, subset: Subset): boolean {
  return facts.hasWorkload(service.namespace, { ...service.selector, ...subset.labels })
}

/** The value that pods have and no other subset asks for, if it is the only one, and only one label differs. */
function useFreeValue(
  { parsed }: Facts,
  rule: DestinationRuleResource,
  service: MeshService,
  index: number,
): Fix | undefined {
  const own = rule.spec.subsets[index]?.labels ?? {}
  for (const key of Object.keys(own)) {
    const others = Object.entries(own).filter(([other]) => other !== key)
    const taken = new Set(rule.spec.subsets.map(({ labels }) => labels[key]))
    const values = service.pods
      .filter(({ labels }) => hasLabels(labels, Object.fromEntries(others)))
      .flatMap(({ labels }) => labels[key] ?? [])
      .filter(value => !taken.has(value))
    const [value, another] = [...new Set(values)]
    if (value === undefined || another !== undefined) continue
    const edit = setScalar(parsed, below(rule.origin, 'spec', 'subsets', index, 'labels', key), value)
    return edit && { title: `Select ${key} ${value}`, edits: [edit] }
  }
  return undefined
}
