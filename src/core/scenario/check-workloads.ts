import { below } from '../base/origin.ts'
import type { Path } from '../base/origin.ts'
import type { Mesh } from '../mesh/index.ts'
import type { ScenarioResource, ScenarioWorkload } from '../resources/index.ts'
import { checkPodName } from './check-name.ts'
import type { Problem } from './problem.ts'

/** Entries about pods that are not there, that contradict themselves or say nothing. */
export function checkWorkloads(scenario: ScenarioResource, mesh: Mesh): readonly Problem[] {
  const { workloads, slips } = scenario.spec
  return workloads.flatMap(entry => {
    const at = (...path: Path) => below(scenario.origin, ...entry.path, ...path)
    const hasSlip = slips.some(({ path }) => entry.path.every((step, i) => path[i] === step))
    const problems = [...checkTimes(entry, at), ...checkFailure(entry, at)]
    if (entry.name !== undefined) problems.push(...checkPodName(scenario, mesh, entry.name, at('name'), NO_EFFECT))
    else if (!hasSlip) {
      const detail = 'name is a workload or a pod, or name.namespace.'
      problems.push({ kind: 'missing', values: { what: 'name' }, detail, origin: at() })
    }
    const { latency, errorPercent, status, fails, ready, startupMs, shutdownMs } = entry
    const says = [latency, errorPercent, status, fails, ready, startupMs, shutdownMs].some(value => value !== undefined)
    if (!says && !hasSlip && entry.name !== undefined) {
      const detail = 'It names no latency, errors, status, fails, ready, startup or shutdown.'
      problems.push({ kind: 'withoutEffect', values: { what: 'This entry' }, detail, origin: at() })
    }
    return problems
  })
}

const NO_EFFECT = 'This entry does nothing.'

type At = (...path: Path) => Problem['origin']

function checkTimes({ fromMs = 0, toMs, latency }: ScenarioWorkload, at: At): Problem[] {
  const problems: Problem[] = []
  if (toMs !== undefined && toMs <= fromMs) {
    const detail = 'The entry holds from the one until the other: never, as they stand.'
    problems.push({ kind: 'backwards', values: { later: 'to', earlier: 'from' }, detail, origin: at('to') })
  }
  if (latency?.kind === 'spread' && latency.p99Ms < latency.p50Ms) {
    const detail = 'Half of the answers take longer than p50, one in a hundred longer than p99. Here all take p50.'
    const origin = at('latency', 'p99')
    problems.push({ kind: 'backwards', values: { later: 'p99', earlier: 'p50' }, detail, origin })
  }
  return problems
}

function checkFailure({ status, fails, errorPercent, ready }: ScenarioWorkload, at: At): Problem[] {
  const problems: Problem[] = []
  if (status !== undefined && fails !== undefined) {
    const detail = 'A pod answers with a status, or fails without one. Here fails counts.'
    problems.push({ kind: 'conflict', values: { one: 'status', other: 'fails' }, detail, origin: at('status') })
  }
  if (fails === 'crash' && ready === true) {
    const detail = 'A pod that has crashed is not ready.'
    problems.push({
      kind: 'conflict',
      values: { one: 'fails: crash', other: 'ready: true' },
      detail,
      origin: at('ready'),
    })
  }
  if (errorPercent === 0 && (status !== undefined || fails !== undefined)) {
    const what = status === undefined ? 'fails' : 'status'
    const detail = 'errors is 0%: no answer fails.'
    problems.push({ kind: 'withoutEffect', values: { what }, detail, origin: at(what) })
  }
  return problems
}
