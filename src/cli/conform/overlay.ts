import { createDecoder } from '../../core/resources/index.ts'
import { createYamlParser } from '../../core/yaml/index.ts'

/** The world's text with a case's documents laid over it: of the same kind, namespace and name the case's one stays. */
export function createOverlay(world: string): (config: string) => string {
  const documents = documentsOf(world)
  return config => {
    const replaced = new Set(documentsOf(config).flatMap(document => document.keys))
    const kept = documents.filter(({ keys }) => keys.length === 0 || !keys.every(key => replaced.has(key)))
    return [...kept.map(({ text }) => text), config].map(text => text.trim()).join('\n---\n')
  }
}

interface KeyedDocument {
  readonly text: string
  readonly keys: readonly string[]
}

function documentsOf(text: string): readonly KeyedDocument[] {
  const parsed = createYamlParser().parse(text)
  const { resources } = createDecoder().decodeAll(parsed)
  return parsed.documents
    .filter(document => document.root !== undefined)
    .map(document => ({
      text: document.text.replace(/^---[^\n]*\n/, '').replace(/\n---\s*$/, ''),
      keys: resources.filter(({ origin }) => origin.documentId === document.id).map(({ key }) => key),
    }))
}
