import type { Path } from '../../base/origin.ts'
import { findKind } from './kinds.ts'
import { METADATA_SCHEMA } from './kubernetes-schema.ts'
import type { Schema } from './schema.ts'

/** The fields that a kind has at a path of its resources; none where any name may stand, or the kind is unknown. */
export function fieldsAt(apiVersion: string, kind: string, [part, ...path]: Path): readonly string[] {
  const spec = findKind(apiVersion, kind)?.spec
  if (part !== 'metadata' && part !== 'spec') return []
  const schema = path.reduce<Schema | undefined>(inside, part === 'spec' ? spec : METADATA_SCHEMA)
  return schema?.type === 'object' ? Object.keys(schema.fields) : []
}

function inside(schema: Schema | undefined, step: Path[number]): Schema | undefined {
  switch (schema?.type) {
    case 'object':
      return Object.hasOwn(schema.fields, step) ? schema.fields[step] : undefined
    case 'map':
      return schema.values
    case 'array':
      return schema.items
    default:
      return undefined
  }
}
