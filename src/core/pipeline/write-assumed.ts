import type { TextEdit } from '../base/text-range.ts'
import type { Resource } from '../resources/index.ts'
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
  const { text } = parsed
  const kept = text.trimEnd()
  const opening = kept === '' ? '' : kept.endsWith('---') ? '\n' : '\n---\n'
  return [{ range: { start: kept.length, end: text.length }, text: opening + documents.join('---\n') }]
}
