import { RULE_PARTS } from './rule-parts.ts'
import type { Shape } from './shape.ts'

const ROUTE = `route:
- destination:
    host: <host:reviews>`

/** Whole rules of `http`. */
export const RULES: readonly Shape[] = [
  {
    name: 'canary split',
    says: 'A share of the requests goes to the new version. Weights are shares of their sum.',
    body: `route:
- destination:
    host: <host:reviews>
    subset: <old:v1>
  weight: <rest:90>
- destination:
    host: <host>
    subset: <new:v2>
  weight: <share:10>`,
  },
  {
    name: 'redirect',
    says: 'The caller is told to ask elsewhere.',
    body: `match:
- uri:
    prefix: <path:/old>
redirect:
  uri: <to:/new>
  redirectCode: <code:302>`,
  },
  {
    name: 'direct response',
    says: 'The caller’s own sidecar answers; nothing is sent.',
    body: `directResponse:
  status: <status:503>
  body:
    string: <body:closed for today>`,
  },
  ...RULE_PARTS.map(({ name, says, body }) => ({ name, says, body: `${body}\n${ROUTE}` })),
]
