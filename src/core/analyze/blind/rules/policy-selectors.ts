import { selectorText } from '../../cluster/select.ts'
import type { BlindFinding, BlindRule } from '../blind-rule.ts'

const SELECTORS = [
  ['PeerAuthentication', 'selector', 'matchLabels'],
  ['RequestAuthentication', 'selector', 'matchLabels'],
  ['EnvoyFilter', 'workloadSelector', 'labels'],
] as const

/** Policies for no pod; in the root namespace they are for pods everywhere. */
export const checkPolicySelectors: BlindRule = ({ cluster, shows }) =>
  !shows('Pod')
    ? []
    : SELECTORS.flatMap(([kind, field, labels]) =>
        cluster.items(kind).flatMap((about): readonly BlindFinding[] => {
          const selector = about.spec.at(field).labels(labels)
          const where = about.namespace === cluster.rootNamespace ? undefined : about.namespace
          if (Object.keys(selector).length === 0 || cluster.hasPodsWith(selector, where)) return []
          const values = { kind, selector: selectorText(selector) }
          return [{ message: 'policyWithoutPods', about, values, at: ['spec', field, labels] }]
        }),
      )
