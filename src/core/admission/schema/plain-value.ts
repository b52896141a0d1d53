import type { YamlNode } from '../../resources/index.ts'
import type { PlainValue } from './schema.ts'

/** A YAML value as CEL sees it; fields that are null are not there. */
export function toPlainValue(node: YamlNode): PlainValue {
  switch (node.kind) {
    case 'scalar':
      return node.value
    case 'list':
      return node.items.map(toPlainValue)
    case 'map':
      return Object.fromEntries(
        node.entries
          .filter(({ value }) => !(value.kind === 'scalar' && value.value === null))
          .map(({ key, value }) => [key, toPlainValue(value)]),
      )
  }
}
