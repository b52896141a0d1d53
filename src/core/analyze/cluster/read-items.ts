import { findKind, isLegible } from '../../admission/index.ts'
import { Reader } from '../../resources/index.ts'
import type { YamlDocument, YamlNode } from '../../yaml/index.ts'
import type { Item } from './item.ts'

/** What istioctl makes of one document. */
export interface DocumentReading {
  readonly items: readonly Item[]
  /** Why it cannot read it and goes on with the others. */
  readonly unreadable: string | undefined
}

const read = new WeakMap<YamlNode, DocumentReading>()

const NOTHING: DocumentReading = { items: [], unreadable: undefined }
const CLUSTER_WIDE = /^(Namespace|Node|GatewayClass|CustomResourceDefinition|\w+WebhookConfiguration)$/
/** What is in them is nobody's business. Istio, inject.IgnoredNamespaces. */
const IGNORED = new Set(['kube-system', 'kube-public', 'kube-node-lease', 'local-path-storage'])

/** Reads a document as Istio, kubesource.parseChunk; one whose text is unchanged is read once. */
export function readItems({ root, readable }: YamlDocument): DocumentReading {
  if (!readable) return { items: [], unreadable: 'it is no YAML that can be read' }
  if (!root || (root.kind === 'scalar' && root.value === null)) return NOTHING
  const known = read.get(root)
  if (known) return known
  const reading = readRoot(root)
  read.set(root, reading)
  return reading
}

function readRoot(root: YamlNode): DocumentReading {
  if (root.kind !== 'map') return { items: [], unreadable: 'it holds no fields' }
  const fields = new Reader(root)
  if (hasBadText(fields)) return { items: [], unreadable: 'its kind or apiVersion is no text' }
  if (fields.string('kind') === 'List') return readList(fields)
  const item = readItem(root, [])
  return typeof item === 'string'
    ? { items: [], unreadable: item }
    : { items: item ? [item] : [], unreadable: undefined }
}

const hasBadText = (fields: Reader): boolean =>
  ['kind', 'apiVersion'].some(name => fields.at(name).isPresent && fields.string(name) === undefined)

/** One item that is of an unknown kind, or cannot be read, takes the whole List with it. */
function readList(list: Reader): DocumentReading {
  const { node } = list.at('items')
  if (node?.kind !== 'list') return { items: [], unreadable: 'its items are no list' }
  const items: Item[] = []
  for (const [i, each] of node.items.entries()) {
    const item = each.kind === 'map' ? readItem(each, ['items', i]) : 'an item holds no fields'
    if (typeof item === 'string') return { items: [], unreadable: item }
    if (item === undefined) return NOTHING
    items.push(item)
  }
  return { items, unreadable: undefined }
}

/** Undefined for kinds that the tool does not know: it skips them in silence; a text says why it cannot read it. */
function readItem(node: YamlNode, path: Item['path']): Item | string | undefined {
  const root = new Reader(node)
  const [apiVersion = '', kind = ''] = [root.string('apiVersion'), root.string('kind')]
  if (apiVersion === '' && kind === '') return 'it has neither kind nor apiVersion'
  const known = findKind(apiVersion, kind)
  if (!known) return undefined
  if (!isLegible(node, known)) return 'a value has the wrong type'
  const metadata = root.at('metadata')
  return {
    kind: known.name,
    namespace: CLUSTER_WIDE.test(known.name) ? '' : metadata.string('namespace') || 'default',
    name: metadata.string('name') ?? '',
    labels: metadata.labels('labels'),
    annotations: metadata.labels('annotations'),
    root,
    spec: root.at('spec').isPresent ? new Reader(root.at('spec').node) : root,
    node,
    path,
  }
}

export const isIgnored = ({ namespace }: Item): boolean => IGNORED.has(namespace)
