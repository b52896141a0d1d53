import type { PlacedItem } from '../../cluster/item.ts'
import { selectorText } from '../../cluster/select.ts'
import { toFullHost } from '../../istioctl/hosts.ts'
import type { BlindRule } from '../blind-rule.ts'

/** DestinationRules of one namespace for one host, the same pods and the same readers: others are not merged [A46]. */
export const checkRulesForHost: BlindRule = ({ cluster }) => {
  const byHost = new Map<string, PlacedItem[]>()
  for (const rule of cluster.items('DestinationRule')) {
    const selector = selectorText(rule.spec.at('workloadSelector').labels('matchLabels'))
    const readers = rule.spec.strings('exportTo').toSorted().join()
    const key = [rule.namespace, toFullHost(rule.spec.string('host') ?? '', rule.namespace), selector, readers].join(
      ' ',
    )
    const known = byHost.get(key)
    if (known) known.push(rule)
    else byHost.set(key, [rule])
  }
  return [...byHost.values()].flatMap(rules =>
    rules.slice(1).map(about => {
      const values = { host: about.spec.string('host') ?? '', names: rules.map(({ name }) => name).join(' and ') }
      return { message: 'twoRulesForHost' as const, about, values, at: ['spec', 'host'] }
    }),
  )
}
