import fc from 'fast-check'
import * as canary from '../../scene/testing/canary.ts'
import { classOf, request, trafficOf } from '../../scene/testing/canary.ts'

/** Hosts with rules of every sort, from a few small numbers. */
export const host = fc.record({
  rules: fc.array(fc.constantFrom('split', 'fault', 'redirect', 'mirror', 'missing', 'nobody', 'delay'), {
    minLength: 1,
    maxLength: 4,
  }),
  catchAll: fc.boolean(),
  destinationRule: fc.boolean(),
  versions: fc.integer({ min: 1, max: 4 }),
  pods: fc.integer({ min: 1, max: 6 }),
})
export type Host = typeof host extends fc.Arbitrary<infer T> ? T : never

const NAMES = ['reviews', 'ratings', 'details', 'orders', 'payments', 'stock', 'users', 'search']

/** One rule of a sort, for paths that begin with its number. */
function ruleText(kind: string, name: string, i: number): string {
  const to = (subset: string, weight?: number) =>
    `    - { destination: { host: ${name}, subset: ${subset} }${weight === undefined ? '' : `, weight: ${String(weight)}`} }`
  const head = `  - match: [{ uri: { prefix: /${String(i)} } }]\n`
  switch (kind) {
    case 'split':
      return `${head}    route:\n${to('v1', 70)}\n${to('v2', 30)}\n`
    case 'fault':
      return `${head}    route:\n${to('v1')}\n    fault: { abort: { percentage: { value: 30 }, httpStatus: 500 } }\n`
    case 'delay':
      return `${head}    route:\n${to('v1')}\n    fault: { delay: { percentage: { value: 30 }, fixedDelay: 1s } }\n    timeout: 3s\n`
    case 'redirect':
      return `${head}    redirect: { uri: /elsewhere }\n`
    case 'mirror':
      return `${head}    route:\n${to('v1')}\n    mirror: { host: ${name}, subset: v2 }\n`
    case 'missing':
      return `${head}    route:\n${to('v1', 50)}\n${to(`gone${String(i)}`, 50)}\n`
    default:
      return `${head}    route:\n${to('nobody')}\n`
  }
}

/** The YAML of these hosts: rules, subsets, Services and pods of each. */
export function worldText(hosts: readonly Host[]): string {
  return hosts
    .map((each, h) => {
      const name = NAMES[h] ?? 'other'
      const versions = Array.from({ length: each.versions }, (_, i) => `v${String(i + 1)}`)
      const http = each.rules.map((kind, i) => ruleText(kind, name, i)).join('')
      const last = each.catchAll ? `  - route: [{ destination: { host: ${name} } }]\n` : ''
      return (
        canary.virtualService(http + last, name) +
        (each.destinationRule ? canary.destinationRule([...versions, 'nobody'], name) : '') +
        canary.service(name) +
        versions.map(version => canary.deployment(`${name}-${version}`, version, each.pods, name)).join('')
      )
    })
    .join('')
}

/** Requests for each rule of each host and for what no rule takes, and some for a host that there is not. */
export const trafficFor = (hosts: readonly Host[]) =>
  trafficOf(
    ...hosts.flatMap((each, h) =>
      [...each.rules.keys(), 'rest'].map(path => {
        const name = NAMES[h] ?? 'other'
        return classOf(`${name} ${String(path)}`, 1 + h, request(`/${String(path)}`, {}, name))
      }),
    ),
    classOf('typo', 1, request('/', {}, 'revews')),
  )
