import { hasLabels } from '../mesh/index.ts'
import type { Mesh, MeshService } from '../mesh/index.ts'
import type { Labels } from '../resources/index.ts'
import { isReadAsText } from '../yaml/index.ts'
import type { Suggestion } from './answers.ts'
import { serviceAt, some } from './asking.ts'
import type { Asking } from './asking.ts'
import { keysAt, pairsAt, textAt } from './place-at.ts'
import type { Path } from '../base/origin.ts'
import type { Role } from './roles.ts'

interface Labelled {
  readonly name: string
  readonly namespace: string
  readonly labels: Labels
}

/** Labels that pods have, `key: value` for a key and `value` behind one; what pods out of reach have, with the reason. */
export function suggestLabels(asking: Asking, role: Role, map: Path, key: string | undefined): readonly Suggestion[] {
  const { place, known } = asking
  const service = role === 'host-labels' ? serviceAt(asking, textAt(place.resource, ['spec', 'host'])) : undefined
  const { [key ?? '']: _, ...given } = pairsAt(place.resource, map)
  const taken = new Set(key === undefined ? keysAt(place.resource, map) : [])
  const home =
    role === 'labels' ? known.mesh.workloads : known.mesh.workloads.filter(one => one.namespace === place.namespace)
  const all: readonly Labelled[] = home.filter(({ assumed }) => assumed === undefined)
  const reachable = role === 'host-labels' && service ? podsBehind(service, known.mesh) : all
  const fitting = reachable.filter(({ labels }) => hasLabels(labels, given))
  const offered = offer(fitting, key, taken)
  const known_ = new Set(offered.map(({ label }) => label))
  const others = offer(
    all.filter(one => !fitting.includes(one)),
    key,
    taken,
    names => reasonFor(names, service, given),
  )
  return [...offered, ...others.filter(({ label, detail }) => !known_.has(label) && detail !== '')]
}

/** Workloads that a service selects, and addresses that it lists. */
function podsBehind(service: MeshService, { workloads }: Mesh): readonly Labelled[] {
  const { selector, namespace, externalEndpoints } = service
  const selected = workloads.filter(
    one => one.assumed === undefined && one.namespace === namespace && selector && hasLabels(one.labels, selector),
  )
  return [...selected, ...externalEndpoints.map(({ address, labels }) => ({ name: address, namespace, labels }))]
}

/** Every pair of some pods once, the rarest first: these tell versions apart. */
function offer(
  among: readonly Labelled[],
  key: string | undefined,
  taken: ReadonlySet<string>,
  reason?: (names: readonly string[]) => string,
): readonly Suggestion[] {
  const owners = new Map<string, { readonly key: string; readonly value: string; readonly names: string[] }>()
  for (const { name, labels } of among) {
    for (const [own, value] of Object.entries(labels)) {
      if (key === undefined ? taken.has(own) : own !== key) continue
      const pair = `${own}\n${value}`
      const found = owners.get(pair)
      if (found) found.names.push(name)
      else owners.set(pair, { key: own, value, names: [name] })
    }
  }
  return [...owners.values()]
    .sort((a, b) => a.names.length - b.names.length)
    .map(({ key: own, value, names }) => {
      const label = key === undefined ? `${own}: ${written(value)}` : written(value)
      const detail = reason ? reason(names) : `pods of ${some(names, 2)}`
      return { kind: 'label', label, insert: label, detail, ...(reason && { unfit: true }) }
    })
}

function reasonFor(names: readonly string[], service: MeshService | undefined, given: Labels): string {
  const who = `pods of ${some(names, 2)} have it`
  if (service && Object.keys(given).length === 0) return `${who}; Service ${service.name} does not select them`
  const [first] = Object.entries(given)
  return first ? `${who}, but not ${first[0]}=${first[1]} as well` : ''
}

/** Numbers and words that YAML takes for something else need quotes: labels are text. */
const written = (value: string): string => (isReadAsText(value) && value !== '' ? value : JSON.stringify(value))
