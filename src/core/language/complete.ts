import type { Completion, Suggestion } from './answers.ts'
import type { Asking } from './asking.ts'
import type { Knowledge } from './knowledge.ts'
import { placeAt } from './place-at.ts'
import { roleAt } from './roles.ts'
import type { Role } from './roles.ts'
import { suggestSnippets } from './suggest-snippets.ts'
import { suggestConditions } from './suggest-conditions.ts'
import { suggestHosts } from './suggest-hosts.ts'
import { suggestLabels } from './suggest-labels.ts'
import {
  suggestDelegates,
  suggestDocuments,
  suggestGateways,
  suggestListeners,
  suggestNamespaces,
  suggestParents,
  suggestSecrets,
  suggestServices,
  suggestUrls,
  suggestWorkloads,
} from './suggest-names.ts'
import { suggestPorts } from './suggest-ports.ts'
import { suggestSubsets, suggestWantedSubsets } from './suggest-subsets.ts'

/** A list longer than this is of no use; typing more makes it shorter. */
const MOST = 500

/** What the text itself offers for the cursor's place: names that exist, and whole shapes. */
export function complete(known: Knowledge, offset: number): Completion | undefined {
  const place = placeAt(known.parsed, offset)
  if (!place) return undefined
  const asking: Asking = { known, place }
  const all = [...suggestNames(asking), ...suggestSnippets(asking)]
  const seen = new Set<string>()
  const once = all.filter(({ label }) => !seen.has(label) && seen.add(label))
  const isPartial = once.length > MOST
  const wanted = isPartial ? once.filter(({ label }) => label.includes(place.before)) : once
  const sorted = [...wanted.filter(({ unfit }) => !unfit), ...wanted.filter(({ unfit }) => unfit)]
  if (sorted.length === 0) return undefined
  const suggestions = sorted.slice(0, MOST).map(one => (place.isQuoted ? withoutQuotes(one) : one))
  return { range: place.word, suggestions, isPartial }
}

const withoutQuotes = (one: Suggestion): Suggestion => ({ ...one, insert: one.insert.replace(/^"(.*)"$/, '$1') })

function suggestNames(asking: Asking): readonly Suggestion[] {
  const { place } = asking
  const role = roleAt(place.kind, place.path)
  if (role !== undefined && isOfLabels(role)) return suggestLabels(asking, role, place.path, undefined)
  if (place.isKey) return []
  const key = place.path.at(-1)
  const around = roleAt(place.kind, place.path.slice(0, -1))
  if (around !== undefined && isOfLabels(around) && typeof key === 'string') {
    return suggestLabels(asking, around, place.path.slice(0, -1), key)
  }
  return role === undefined ? [] : suggestFor(role, asking)
}

const isOfLabels = (role: Role): boolean => role === 'labels' || role.endsWith('-labels')

function suggestFor(role: Role, asking: Asking): readonly Suggestion[] {
  switch (role) {
    case 'host':
    case 'destination':
    case 'own-host':
    case 'imported-host':
      return suggestHosts(asking, role)
    case 'full-host':
      return asking.place.kind === 'Gateway' ? [] : suggestHosts(asking, role)
    case 'service':
      return suggestServices(asking)
    case 'url':
      return suggestUrls(asking)
    case 'subset':
      return suggestSubsets(asking)
    case 'defined-subset':
      return suggestWantedSubsets(asking)
    case 'own-gateway':
    case 'gateway':
      return suggestGateways(asking, role === 'gateway')
    case 'parent':
      return suggestParents(asking)
    case 'listener':
      return suggestListeners(asking)
    case 'port':
    case 'host-port':
    case 'service-port':
      return suggestPorts(asking, role)
    case 'namespace':
    case 'export':
      return suggestNamespaces(asking, role === 'export')
    case 'secret':
      return suggestSecrets(asking)
    case 'delegate':
      return suggestDelegates(asking)
    case 'workload':
    case 'pod':
    case 'gateway-workload':
      return suggestWorkloads(asking, role)
    case 'document':
      return suggestDocuments(asking)
    case 'retry-condition':
      return suggestConditions(asking)
    case 'name':
    case 'defined-host':
    case 'host-labels':
    case 'namespace-labels':
    case 'labels':
      return []
  }
}
