import { asPolicy, destinationRule, virtualService } from './around.ts'
import { ROUTE_DOCUMENTS } from './documents-of-routes.ts'
import { SCOPE_DOCUMENTS } from './documents-of-scope.ts'
import { POLICY_PARTS } from './policy-parts.ts'
import { RULES } from './rules.ts'
import type { Shape } from './shape.ts'

const SUBSETS = `subsets:
- name: <old:v1>
  labels:
    version: <old>
- name: <new:v2>
  labels:
    version: <new>`

/** Whole documents. */
export const DOCUMENTS: readonly Shape[] = [
  ...RULES.map(({ name, says, body }) => {
    const rules = virtualService(body)
    const hasSubsets = body.includes('<new')
    return { name, says, body: hasSubsets ? `${rules}\n---\n${destinationRule(SUBSETS)}` : rules }
  }),
  {
    name: 'subsets',
    says: 'Names for versions, told apart by a label of their pods.',
    body: destinationRule(SUBSETS),
  },
  ...POLICY_PARTS.map(part => ({ name: part.name, says: part.says, body: destinationRule(asPolicy(part)) })),
  ...ROUTE_DOCUMENTS,
  ...SCOPE_DOCUMENTS,
]
