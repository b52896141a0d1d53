import { once } from '../../base/once.ts'
import type { Resource } from '../../resources/index.ts'
import { createYamlParser } from '../../yaml/index.ts'
import type { PlacedItem } from '../cluster/item.ts'
import { readText } from '../cluster/place-documents.ts'
import type { ReadText } from '../cluster/place-documents.ts'
import type { MessageName } from './messages.ts'
import { WORLD } from './world.ts'

export const readYaml = (yaml: string): readonly PlacedItem[] => readText(createYamlParser().parse(yaml)).items

const world = once(() => readYaml(WORLD))
const readOnce = new Map<string, readonly PlacedItem[]>()

/**
 * What a pasted text is taken to be applied to: a cluster with Istio, what is assumed beside the text, and namespaces that
 * are injected where the text shows none.
 */
export function beneathText(read: ReadText, resources: readonly Resource[]): readonly PlacedItem[] {
  const assumed = resources.flatMap(({ assumed: guess }) => (guess ? readAssumed(guess.yaml) : []))
  const names = new Set([...read.items, ...assumed].map(({ namespace }) => namespace))
  const shown = new Set(read.items.flatMap(({ kind, name }) => (kind === 'Namespace' ? name : [])))
  const missing = [...names].filter(name => name !== '' && name !== 'istio-system' && !shown.has(name))
  return [...world(), ...missing.flatMap(name => readAssumed(namespaceOf(name))), ...assumed]
}

const namespaceOf = (name: string): string =>
  `apiVersion: v1\nkind: Namespace\nmetadata: { name: ${JSON.stringify(name)}, labels: { istio-injection: enabled } }\n`

function readAssumed(yaml: string): readonly PlacedItem[] {
  const known = readOnce.get(yaml)
  if (known) return known
  if (readOnce.size > 5000) readOnce.clear()
  const items = readYaml(yaml)
  readOnce.set(yaml, items)
  return items
}

const OF_WORKLOADS = ['selectorNotFound', 'noMatchingWorkloads', 'subsetWithoutPods', 'claimsWithoutAuthentication']
export const WORKLOADS = ['Deployment', 'StatefulSet', 'ReplicaSet', 'DaemonSet', 'Pod']

/** Things that a text of this kind leaves out; it does not say that they are missing. */
export function leftOut({ items }: ReadText): (message: MessageName) => boolean {
  const kinds = new Set(items.map(({ kind }) => kind))
  const missing = new Set<string>([
    ...(kinds.has('Secret') ? [] : ['credentialNotFound']),
    ...(kinds.has('Namespace') ? [] : ['namespaceNotFound', 'podWithoutProxy']),
    ...(WORKLOADS.some(kind => kinds.has(kind)) ? [] : OF_WORKLOADS),
  ])
  return message => missing.has(message)
}
