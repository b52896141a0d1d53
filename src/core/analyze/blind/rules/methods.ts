import type { Path } from '../../../base/origin.ts'
import type { PlacedItem } from '../../cluster/item.ts'
import type { BlindFinding, BlindRule } from '../blind-rule.ts'

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'CONNECT', 'TRACE'])

/** Methods in small letters: they are compared letter by letter, and clients send capitals. */
export const checkMethods: BlindRule = ({ cluster }) => [
  ...cluster.items('VirtualService').flatMap(about =>
    about.spec.list('http').flatMap(rule =>
      rule.list('match').flatMap(match => {
        const { path } = match.at('method')
        return check(about, match.at('method').string('exact'), ['spec', ...path, 'exact'])
      }),
    ),
  ),
  ...cluster.items('AuthorizationPolicy').flatMap(about =>
    about.spec.list('rules').flatMap(rule =>
      rule.list('to').flatMap(to => {
        const operation = to.at('operation')
        const at = ['spec', ...operation.path, 'methods']
        return operation.strings('methods').flatMap((method, i) => check(about, method, [...at, i]))
      }),
    ),
  ),
]

function check(about: PlacedItem, method: string | undefined, at: Path): readonly BlindFinding[] {
  const meant = method?.toUpperCase() ?? ''
  if (method === undefined || method === meant || !METHODS.has(meant)) return []
  return [{ message: 'methodInSmallLetters', about, values: { method, meant }, at }]
}
