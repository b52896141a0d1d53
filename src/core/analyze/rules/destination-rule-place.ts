import { below } from '../../base/origin.ts'
import { MESSAGES, say } from '../messages.ts'
import type { Rule } from '../rule.ts'

/** DestinationRules that nobody, or only their own namespace, looks up. Istio, PushContext.destinationRule [A41]-[A44]. */
export const checkDestinationRulePlace: Rule = ({ destinationRules, mesh }) =>
  [...destinationRules].flatMap(([hostname, rules]) => {
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
        return say(MESSAGES.ruleWithoutService, { host: spec.host }, { detail, origin })
      }
      if (namespace === service.namespace || namespace === mesh.settings.rootNamespace) return []
      const detail = `${service.name} is in ${service.namespace}. Callers in other namespaces look there and never find this rule.`
      return say(MESSAGES.ruleElsewhere, { namespace }, { detail, origin })
    })
  })
