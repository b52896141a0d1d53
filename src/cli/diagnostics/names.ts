import { createYamlParser } from '../../core/yaml/index.ts'
import type { YamlNode } from '../../core/yaml/index.ts'

/** Fields whose values are no names. */
const ASIDE = new Set(['kind', 'apiVersion'])

/**
 * Words, numbers and quoted texts of a message that are values of a config, kinds and versions aside: by them one knows
 * what it is about.
 */
export function namesIn(message: string, config: string): readonly string[] {
  const values = new Set(
    createYamlParser()
      .parse(config)
      .documents.flatMap(({ root }) => (root ? valuesOf(root) : [])),
  )
  return [...new Set(wordsOf(message))].filter(word => values.has(word))
}

function valuesOf(node: YamlNode): readonly string[] {
  if (node.kind === 'scalar') return node.value === null || node.value === '' ? [] : [String(node.value)]
  if (node.kind === 'list') return node.items.flatMap(valuesOf)
  return node.entries.flatMap(({ key, value }) => (ASIDE.has(key) && value.kind === 'scalar' ? [] : valuesOf(value)))
}

/** Texts in quotes whole; other words whole, and in the parts that signs join: `default/a`, `app=web`, `reviews:8080`. */
export function wordsOf(message: string): readonly string[] {
  const quoted = [...message.matchAll(/["'`]([^"'`]+)["'`]/g)].map(match => match[1] ?? '')
  const words = message.split(/[\s"'`“”‘’]+/).flatMap(word => {
    const bare = word.replace(/^[([{<]+|[)\]}>.,;:!?]+$/g, '')
    return [word, bare, ...bare.split(/[/,:=+[\](){}|]+/).map(part => part.replace(/\.$/, ''))]
  })
  return [...quoted, ...words].filter(word => word !== '')
}
