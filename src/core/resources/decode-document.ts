import type { Diagnostic } from '../base/diagnostic.ts'
import { below } from '../base/origin.ts'
import type { Origin } from '../base/origin.ts'
import { nodeAt } from '../yaml/index.ts'
import type { YamlDocument, YamlNode } from '../yaml/index.ts'
import { decodeResource } from './decode-resource.ts'
import { Reader } from './reader.ts'
import type { Resource } from './resource.ts'

/** A resource with the YAML value it was read from, for what its typed form leaves out. */
export interface Decoded {
  readonly resource: Resource
  readonly node: YamlNode
  /** False where its document has a syntax error, so that parts may be missing. */
  readonly complete: boolean
}

export interface DecodedDocument {
  readonly decoded: readonly Decoded[]
  /** Those that a Scenario's steps hold: not there until they are applied. */
  readonly inSteps: readonly Decoded[]
  readonly diagnostics: readonly Diagnostic[]
}

/** The resources of one document: one, or the items of a List (of any kind ending in `List`), nested ones too. */
export function decodeDocument(document: YamlDocument): DecodedDocument {
  const decoded: Decoded[] = []
  const inSteps: Decoded[] = []
  const diagnostics: Diagnostic[] = []
  const visit = (node: YamlNode, origin: Origin, inherited: Reader | undefined, into: Decoded[]): void => {
    const reader = new Reader(node)
    const kind = reader.string('kind') ?? inherited?.string('kind')?.slice(0, -'List'.length)
    const apiVersion = reader.string('apiVersion') ?? inherited?.string('apiVersion')
    if (!kind || !apiVersion) {
      if (document.readable) diagnostics.push(notAResource(origin, kind ? 'apiVersion' : 'kind'))
      return
    }
    if (kind.endsWith('List') && reader.at('items').isPresent) {
      const list = kind === 'List' ? undefined : reader
      reader.list('items').forEach((item, i) => {
        if (item.node) visit(item.node, below(origin, 'items', i), list, into)
      })
      return
    }
    const resource = decodeResource(reader, kind, apiVersion, origin)
    into.push({ resource, node, complete: document.readable })
    if (resource.kind !== 'Scenario' || into === inSteps) return
    for (const path of resource.spec.steps.flatMap(({ written }) => written)) {
      const place = below(origin, ...path)
      const own = nodeAt(document, place.path)
      if (own) visit(own, place, undefined, inSteps)
    }
  }
  const whole = { documentId: document.id, path: [] }
  if (document.root && !isNothing(document.root)) visit(document.root, whole, undefined, decoded)
  return { decoded, inSteps, diagnostics }
}

function isNothing(node: YamlNode): boolean {
  return node.kind === 'scalar' && node.value === null
}

function notAResource(origin: Origin, missing: string): Diagnostic {
  return {
    code: 'MX0003',
    severity: 'error',
    title: `This is no Kubernetes resource: it has no ${missing}`,
    detail: 'Kubernetes needs apiVersion, kind and metadata.name to know what to do with it. It is left out here.',
    origin,
  }
}
