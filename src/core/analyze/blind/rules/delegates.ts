import { fullName } from '../../cluster/item.ts'
import type { BlindFinding, BlindRule } from '../blind-rule.ts'
import { inSpec } from '../in-spec.ts'

/** Delegates that are not there: istioctl does not look for them. A text without Services or other rules may leave them out. */
export const checkDelegates: BlindRule = ({ cluster, shows }) => {
  const all = cluster.items('VirtualService')
  return all.flatMap(about =>
    about.spec.list('http').flatMap((rule): readonly BlindFinding[] => {
      const delegate = rule.at('delegate')
      const namespace = delegate.string('namespace') || about.namespace
      const name = delegate.string('name')
      if (name === undefined || cluster.find('VirtualService', namespace, name)) return []
      const isWhole = shows('Service') || all.some(other => other !== about && other.namespace === namespace)
      const values = { delegate: fullName({ namespace, name }) }
      return [{ message: 'missingDelegate', about, values, at: inSpec(delegate), isLeftOut: !isWhole }]
    }),
  )
}
