import { below } from '../base/origin.ts'
import type { Path } from '../base/origin.ts'
import type { TextRange } from '../base/text-range.ts'
import type { Resource } from '../resources/index.ts'
import { documentOf, nodeOf, rangeOf, valueRangeOf } from '../yaml/index.ts'
import type { ParsedText } from '../yaml/index.ts'
import type { OutlineEntry } from './answers.ts'
import { kindOf } from './kind-of.ts'
import type { Knowledge } from './knowledge.ts'
import { nodeBelow, textAt } from './place-at.ts'

/** The lists worth a line each in the outline, by kind. */
const LISTS: Readonly<Record<string, readonly (readonly [path: Path, kind: OutlineEntry['kind'], one: string])[]>> = {
  VirtualService: [
    [['spec', 'http'], 'rule', 'rule'],
    [['spec', 'tcp'], 'rule', 'TCP rule'],
    [['spec', 'tls'], 'rule', 'TLS rule'],
  ],
  HTTPRoute: [[['spec', 'rules'], 'rule', 'rule']],
  AuthorizationPolicy: [[['spec', 'rules'], 'rule', 'rule']],
  DestinationRule: [[['spec', 'subsets'], 'subset', 'subset']],
  Gateway: [[['spec', 'servers'], 'server', 'server']],
  KubernetesGateway: [[['spec', 'listeners'], 'server', 'listener']],
  Sidecar: [[['spec', 'egress'], 'part', 'egress']],
  Scenario: [
    [['spec', 'clients'], 'part', 'client'],
    [['spec', 'workloads'], 'part', 'workload'],
    [['spec', 'steps'], 'part', 'step'],
  ],
}

/** From the document's start, so that they last as long as the resource. */
const known = new WeakMap<Resource, OutlineEntry>()

/** The resources of a text and their rules, subsets, servers, in the order of the text. */
export function outline({ parsed, resources }: Knowledge): readonly OutlineEntry[] {
  return resources.flatMap(resource => {
    const document = documentOf(parsed, resource.origin.documentId)
    const entry = known.get(resource) ?? (document && entryOf(parsed, resource, document.start))
    if (!entry || !document) return []
    known.set(resource, entry)
    return move(entry, document.start)
  })
}

function entryOf(parsed: ParsedText, resource: Resource, start: number): OutlineEntry | undefined {
  const { origin } = resource
  const range = rangeOf(parsed, origin)
  if (!range) return undefined
  const kind = kindOf(resource)
  const name = valueRangeOf(parsed, below(origin, 'metadata', 'name'))
  const entry: OutlineEntry = {
    name: `${kind === 'KubernetesGateway' ? 'Gateway' : kind} ${resource.name}`,
    detail: resource.namespace,
    kind: 'resource',
    range,
    nameRange: within(name, range),
    children: (LISTS[kind] ?? []).flatMap(list => entriesOf(parsed, resource, ...list)),
  }
  return move(entry, -start)
}

function move({ range, nameRange, children, ...rest }: OutlineEntry, by: number): OutlineEntry {
  const moved = ({ start, end }: TextRange): TextRange => ({ start: start + by, end: end + by })
  return { ...rest, range: moved(range), nameRange: moved(nameRange), children: children.map(child => move(child, by)) }
}

function entriesOf(
  parsed: ParsedText,
  { origin }: Resource,
  path: Path,
  kind: OutlineEntry['kind'],
  one: string,
): readonly OutlineEntry[] {
  const list = nodeBelow(nodeOf(parsed, origin), path)
  if (list?.kind !== 'list') return []
  return list.items.flatMap((item, i): readonly OutlineEntry[] => {
    const range = rangeOf(parsed, below(origin, ...path, i))
    const name =
      textAt(item, ['name']) ?? textAt(item, ['port', 'name']) ?? textAt(item, ['from']) ?? textAt(item, ['at'])
    if (!range) return []
    return [
      {
        name: name ?? `${one} ${i + 1}`,
        detail: name === undefined ? '' : `${one} ${i + 1}`,
        kind,
        range,
        nameRange: range,
        children: [],
      },
    ]
  })
}

/** Editors want a name inside of what it names. */
function within(name: TextRange | undefined, whole: TextRange): TextRange {
  return name && whole.start <= name.start && name.end <= whole.end ? name : { start: whole.start, end: whole.start }
}
