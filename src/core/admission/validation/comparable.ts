import type { YamlNode } from '../../resources/index.ts'

/** A text that two values share exactly when they say the same, in whatever order their keys stand. */
export function toComparable(node: YamlNode | undefined, without?: string): string {
  if (!node) return 'null'
  if (node.kind === 'scalar') return JSON.stringify(node.value)
  if (node.kind === 'list') return `[${node.items.map(item => toComparable(item)).join()}]`
  const fields = node.entries
    .filter(({ key, value }) => key !== without && !(value.kind === 'scalar' && value.value === null))
    .map(({ key, value }) => `${JSON.stringify(key)}:${toComparable(value)}`)
  return `{${fields.sort().join()}}`
}
