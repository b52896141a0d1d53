import { below } from '../../base/origin.ts'
import type { Path } from '../../base/origin.ts'
import { findUses, linkOf } from '../../fidelity/index.ts'
import { nodeOf } from '../../yaml/index.ts'
import { MESSAGES, say } from '../messages.ts'
import type { Rule } from '../rule.ts'

/** Fields and kinds of which the ledger says that they are simplified or absent here, each at its place in the text. */
export const checkFidelity: Rule = ({ parsed, resources }) =>
  resources.flatMap(({ kind: ownKind, name, origin, spec, apiVersion, assumed }) => {
    const node = assumed ? undefined : nodeOf(parsed, origin)
    if (!node || apiVersion.startsWith('meshscope/')) return []
    const isOther = ownKind === 'Other'
    const kind = isOther ? spec.otherKind : ownKind
    const uses = findUses(kind, node)
    if (isOther && uses.length === 0) {
      return say(MESSAGES.notUsed, { kind, name }, { detail: MESSAGES.notUsed.help, origin })
    }
    return uses.map(({ row, path }) => {
      const message = row.status === 'absent' ? MESSAGES.absent : MESSAGES.simplified
      const field = path.length === 0 ? `${kind} ${name}` : nameOf(path)
      const detail = `${row.behaviour}. Here: ${row.differs ?? ''}.`
      return say(message, { field }, { detail, origin: below(origin, ...path), link: linkOf(row) })
    })
  })

const SAYS_NOTHING: readonly unknown[] = ['spec', 'trafficPolicy', 'annotations']

/** The field, and the one that it belongs to where that says more: `loadBalancer.simple`. */
function nameOf(path: Path): string {
  const [around, last] = path.slice(-2)
  return typeof around !== 'string' || SAYS_NOTHING.includes(around) ? String(last) : `${around}.${String(last)}`
}
