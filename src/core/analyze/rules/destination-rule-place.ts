import { below } from '../../base/origin.ts'
import { moveDestinationRule } from '../fixes/move-destination-rule.ts'
import { useRealHost } from '../fixes/rename-host.ts'
import { MESSAGES, say } from '../messages.ts'
import type { Rule } from '../rule.ts'
import { findUnseen } from '../unseen-subset.ts'

/**
 * DestinationRules that nobody, or only their own namespace, looks up; those whose subsets traffic wants are told of there. Istio,
 * PushContext.destinationRule [A41]-[A44].
 */
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
      if (facts.legs.some(leg => findUnseen(facts, leg)?.rule === rule)) return []
      const detail = `${service.name} is in ${service.namespace}. Callers in other namespaces look there and never find this rule.`
      const about = { detail, origin, countedAt: service.origin, fix: moveDestinationRule(facts, rule, service, rules) }
      return say(MESSAGES.ruleElsewhere, { namespace }, about)
    })
  })
