import type { Fix } from '../../base/diagnostic.ts'
import { below } from '../../base/origin.ts'
import { useRealHost } from '../fixes/rename-host.ts'
import type { Facts } from '../facts.ts'
import { MESSAGES, say } from '../messages.ts'
import type { MeshService } from '../../mesh/index.ts'
import type { DestinationRuleResource } from '../../resources/index.ts'
import { putValue } from '../../yaml/index.ts'
import type { Rule } from '../rule.ts'

/** DestinationRules that nobody, or only their own namespace, looks up. Istio, PushContext.destinationRule [A41]-[A44]. */
export const checkDestinationRulePlace: Rule = facts =>
  [...facts.destinationRules].flatMap(([hostname, rules]) => {
    const { mesh } = facts
    const service = mesh.services.get(hostname)
    const isServiceName = hostname.endsWith(`.svc.${mesh.settings.clusterDomain}`) && !hostname.startsWith('*')
    return rules.flatMap(rule => {
      const { namespace, spec } = rule
      const origin = below(rule.origin, 'spec', 'host')
      if (!service) {
        if (!isServiceName && hostname.includes('*')) return []
        const elsewhere = [...mesh.services.values()].find(({ name }) => name === spec.host)
        const hint = elsewhere ? ` Namespace ${elsewhere.namespace} has one: write ${elsewhere.hostname}.` : ''
        const detail = `It means ${hostname}, which no Service has, so the rule does nothing.${hint}`
        const fix = useRealHost(facts, { written: spec.host, namespace, hostname })
        return say(MESSAGES.ruleWithoutService, { host: spec.host }, { detail, origin, fix })
      }
      if (namespace === service.namespace || namespace === mesh.settings.rootNamespace) return []
      const detail = `${service.name} is in ${service.namespace}. Callers in other namespaces look there and never find this rule.`
      const about = { detail, origin, countedAt: service.origin, fix: moveTo(facts, rule, service, rules) }
      return say(MESSAGES.ruleElsewhere, { namespace }, about)
    })
  })

/** To where all callers look, unless another rule for the host is there already; its host is written in full. */
function moveTo(
  { parsed }: Facts,
  rule: DestinationRuleResource,
  { namespace }: MeshService,
  rules: readonly DestinationRuleResource[],
): Fix | undefined {
  const isTaken = rules.some(other => other !== rule && other.namespace === namespace) || !rule.spec.host.includes('.')
  const edit = putValue(parsed, below(rule.origin, 'metadata', 'namespace'), namespace)
  return isTaken || !edit ? undefined : { title: `Move it to namespace ${namespace}`, edits: [edit] }
}
