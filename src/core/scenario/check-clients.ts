import { below } from '../base/origin.ts'
import type { Path } from '../base/origin.ts'
import type { Mesh } from '../mesh/index.ts'
import type { ScenarioClient, ScenarioResource } from '../resources/index.ts'
import { checkName } from './check-name.ts'
import type { Problem } from './problem.ts'
import { requestsOf, toHttpRequest } from './requests-of.ts'

/** Clients that do not say who calls, what, or how often in one way only. */
export function checkClients(scenario: ScenarioResource, mesh: Mesh): readonly Problem[] {
  const { clients, slips } = scenario.spec
  const isSlip = (path: Path): boolean => slips.some(slip => slip.path.join('\n') === path.join('\n'))
  const names = new Set<string>()
  return clients.flatMap(client => {
    const at = (...path: Path) => below(scenario.origin, ...client.path, ...path)
    const problems: Problem[] = []
    const conflict = (one: string, other: string, detail: string): void => {
      problems.push({ kind: 'conflict', values: { one, other }, detail, origin: at(other) })
    }
    const { from, gateway, name, startMs = 0, endMs } = client
    if (from !== undefined && gateway !== undefined) {
      conflict('from', 'gateway', 'A client calls from a workload, or from outside at a gateway. Here from counts.')
    }
    if (client.ratePerSecond !== undefined && client.concurrency !== undefined) {
      conflict(
        'rate',
        'concurrency',
        'A rate sends whatever comes back; callers each wait for their answer. Here concurrency counts.',
      )
    }
    if (client.pauseMs !== undefined && client.concurrency === undefined && !isSlip([...client.path, 'concurrency'])) {
      const detail = 'A pause is between an answer and the same caller’s next request: it goes with concurrency.'
      problems.push({ kind: 'withoutEffect', values: { what: 'pause' }, detail, origin: at('pause') })
    }
    if (endMs !== undefined && endMs <= startMs) {
      const detail = 'It sends from start until end: nothing, as they stand.'
      problems.push({ kind: 'backwards', values: { later: 'end', earlier: 'start' }, detail, origin: at('end') })
    }
    if (name !== undefined && names.has(name)) {
      const detail = 'Clients are told apart by their names; this one gets a number behind its name.'
      problems.push({ kind: 'sameName', values: { name }, detail, origin: at('name') })
    }
    if (name !== undefined) names.add(name)
    const field = from === undefined ? 'gateway' : 'from'
    const caller = from ?? gateway
    if (caller !== undefined) problems.push(...checkName(scenario, mesh, caller, at(field), NOBODY_CALLS))
    else if (!isSlip([...client.path, 'from']) && !isSlip([...client.path, 'gateway'])) {
      const detail = 'from names the workload that calls, gateway the gateway that is called from outside.'
      problems.push({ kind: 'missing', values: { what: 'from or gateway' }, detail, origin: at() })
    }
    return [...problems, ...checkRequests(scenario, client, isSlip)]
  })
}

const NOBODY_CALLS = 'Nothing is sent by this client.'

function checkRequests(
  scenario: ScenarioResource,
  client: ScenarioClient,
  isSlip: (path: Path) => boolean,
): readonly Problem[] {
  const requests = requestsOf(client)
  const problems = requests.flatMap((one): readonly Problem[] => {
    const request = toHttpRequest(one)
    const own = below(scenario.origin, ...one.path)
    if (!('error' in request)) return []
    if (one.url !== undefined) {
      const detail = `${request.error}. It is not sent.`
      return [{ kind: 'badUrl', values: { url: one.url }, detail, origin: below(own, 'url') }]
    }
    if (isSlip([...one.path, 'url']) || isSlip([...client.path, 'url'])) return []
    return [{ kind: 'missing', values: { what: 'url' }, detail: 'Write it as http://host:port/path.', origin: own }]
  })
  if (requests.some(({ share }) => share > 0)) return problems
  const detail = 'Every share is 0, so that no request is ever chosen.'
  const origin = below(scenario.origin, ...client.path, 'requests')
  return [...problems, { kind: 'withoutEffect', values: { what: 'This client' }, detail, origin }]
}
