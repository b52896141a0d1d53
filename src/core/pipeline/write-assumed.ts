import type { TextEdit } from '../base/text-range.ts'
import type { Resource } from '../resources/index.ts'
import { appendDocument } from '../yaml/index.ts'
import type { World } from './world.ts'

/** The edit that appends what was assumed to the text: all of it, or the resources named by `only`. */
export function writeAssumed(
  { parsed, assumed }: Pick<World, 'parsed' | 'assumed'>,
  only?: readonly Resource['key'][],
): readonly TextEdit[] {
  const documents = assumed
    .filter(resource => only === undefined || only.includes(resource.key))
    .flatMap(resource => resource.assumed?.yaml ?? [])
  if (documents.length === 0) return []
  return [appendDocument(parsed.text, documents.join('---\n'))]
}
