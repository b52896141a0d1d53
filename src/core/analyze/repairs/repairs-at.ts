import type { Fix } from '../../base/diagnostic.ts'
import { below } from '../../base/origin.ts'
import type { Origin } from '../../base/origin.ts'
import type { TextEdit } from '../../base/text-range.ts'
import { insertListItem, nodeOf, removeEntry, setScalar } from '../../yaml/index.ts'
import type { ParsedText } from '../../yaml/index.ts'

/** What else of a destination's host there is. */
export interface Around {
  /** Subsets of it whose cluster has a healthy pod; empty for all its pods. */
  readonly liveSubsets: readonly string[]
  /** Namespaces that the proxy would have to be told of. */
  readonly wantedNamespaces: readonly string[]
}

/**
 * Repairs of a place that requests die of, beside those that diagnostics have: what may be right in itself and only too
 * narrow. Whether one helps is for a run to show.
 */
export function repairsAt(parsed: ParsedText, origin: Origin, around: Around): readonly Fix[] {
  const [parent, key] = origin.path.slice(-2)
  switch (key) {
    case 'destination':
      return retarget(parsed, origin, around.liveSubsets)
    case 'http1MaxPendingRequests':
    case 'http2MaxRequests':
    case 'maxConnections':
      return raise(parsed, origin, key)
    case 'timeout':
    case 'perTryTimeout':
      return fix(`Take the ${key} out`, removeEntry(parsed, origin))
    case 'abort':
      return fix('Take the abort out', removeEntry(parsed, origin) ?? removeEntry(parsed, up(origin)))
    case 'exportTo':
    case 'networking.istio.io/exportTo':
      return fix('Show it to every namespace', removeEntry(parsed, origin) ?? removeEntry(parsed, up(origin)))
    case 'mode':
      if (parent === 'mtls') return fix('Take plain text too', setScalar(parsed, origin, 'PERMISSIVE'))
      return parent === 'tls' ? fix('Let the sidecar choose', removeTls(parsed, up(origin))) : []
    case 'hosts':
      return around.wantedNamespaces.flatMap(namespace =>
        fix(`Import ${namespace}/*`, insertListItem(parsed, origin, `"${namespace}/*"`)),
      )
    case 'http':
      return takeTheRest(parsed, origin)
    default:
      return []
  }
}

const up = ({ documentId, path }: Origin): Origin => ({ documentId, path: path.slice(0, -1) })

const fix = (title: string, edit: TextEdit | undefined): readonly Fix[] => (edit ? [{ title, edits: [edit] }] : [])

/** To a subset that has pods; where none has, to all of them. */
function retarget(parsed: ParsedText, destination: Origin, live: readonly string[]): readonly Fix[] {
  const subset = below(destination, 'subset')
  const node = nodeOf(parsed, subset)
  const other = live.find(name => name !== '' && !(node?.kind === 'scalar' && node.value === name))
  if (other !== undefined) return fix(`Send it to ${other}`, setScalar(parsed, subset, other))
  return live.includes('') ? fix('Send it to all pods', removeEntry(parsed, subset)) : []
}

const MORE = 10

function raise(parsed: ParsedText, origin: Origin, field: string): readonly Fix[] {
  const node = nodeOf(parsed, origin)
  if (node?.kind !== 'scalar' || typeof node.value !== 'number') return []
  const more = Math.max(1, node.value) * MORE
  return fix(`Raise ${field} to ${String(more)}`, setScalar(parsed, origin, more))
}

/** With its policy, where there is nothing else in it. */
const removeTls = (parsed: ParsedText, tls: Origin): TextEdit | undefined =>
  removeEntry(parsed, tls) ?? removeEntry(parsed, up(tls))

/** The last rule without its conditions. */
function takeTheRest(parsed: ParsedText, rules: Origin): readonly Fix[] {
  const list = nodeOf(parsed, rules)
  if (list?.kind !== 'list') return []
  const last = list.items.length - 1
  return fix(`Let rule ${String(last + 1)} take the rest`, removeEntry(parsed, below(rules, last, 'match')))
}
