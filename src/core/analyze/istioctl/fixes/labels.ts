import type { Fix } from '../../../base/diagnostic.ts'
import type { Origin } from '../../../base/origin.ts'
import { below } from '../../../base/origin.ts'
import type { Labels } from '../../../resources/index.ts'
import { renameKey, setScalar } from '../../../yaml/index.ts'
import type { ParsedText } from '../../../yaml/index.ts'
import { matches } from '../../cluster/select.ts'
import { findSimilar } from '../../../base/similar-name.ts'
import { fix } from './fixer.ts'

/**
 * A selector that finds nothing and is one slip away from what pods have: the value of one of its labels, or the key of one
 * whose value pods have under another name.
 */
export function correctLabels(
  parsed: ParsedText,
  selector: Origin,
  wanted: Labels,
  pods: readonly { readonly labels: Labels }[],
): readonly Fix[] {
  for (const [key, value] of Object.entries(wanted)) {
    const near = podsWithout(wanted, key, pods)
    const similar = findSimilar(value, distinct(near.flatMap(labels => labels[key] ?? [])))
    if (similar !== undefined && similar !== value)
      return fix(`Select ${key} ${similar}`, setScalar(parsed, below(selector, key), similar))
    const keys = distinct(near.flatMap(labels => Object.keys(labels).filter(name => labels[name] === value)))
    const [other, another] = keys.filter(name => !(name in wanted))
    if (other !== undefined && another === undefined && isLike(key, other))
      return fix(`Select ${other} ${value}`, renameKey(parsed, below(selector, key), other))
  }
  return []
}

/** Labels of the pods that have all the others. */
function podsWithout(wanted: Labels, key: string, pods: readonly { readonly labels: Labels }[]): readonly Labels[] {
  const others = Object.fromEntries(Object.entries(wanted).filter(([name]) => name !== key))
  return pods.flatMap(({ labels }) => (matches(labels, others) ? [labels] : []))
}

const isLike = (a: string, b: string): boolean =>
  findSimilar(a, [b]) !== undefined || b.startsWith(a) || a.startsWith(b)

const distinct = (texts: readonly string[]): readonly string[] => [...new Set(texts)]
