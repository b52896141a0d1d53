import type { Diagnostic } from '../../base/diagnostic.ts'
import { applyEdits } from '../../base/text-range.ts'
import { buildMesh } from '../../mesh/index.ts'
import { createDecoder } from '../../resources/index.ts'
import { createYamlParser, rangeOf } from '../../yaml/index.ts'
import { analyze } from '../index.ts'

/** What the rules of traffic say of a text that can be read and is not completed. */
export function allProblemsOf(text: string): readonly Diagnostic[] {
  const parsed = createYamlParser().parse(text)
  if (parsed.documents.some(({ readable }) => !readable)) throw new Error('the text cannot be read')
  const { resources } = createDecoder().decodeAll(parsed)
  return analyze({ parsed, resources, mesh: buildMesh(resources) })
}

/** The same without what the picture leaves out of it. */
export const problemsOf = (text: string): readonly Diagnostic[] =>
  allProblemsOf(text).filter(({ code }) => !code.startsWith('MX02'))

/** Each as `CODE title`. */
export const brief = (text: string): readonly string[] => problemsOf(text).map(({ code, title }) => `${code} ${title}`)

/** The text at which a problem is told. */
export function placeOf(text: string, { origin }: Diagnostic): string {
  const parsed = createYamlParser().parse(text)
  const { start, end } = rangeOf(parsed, origin) ?? { start: 0, end: 0 }
  return text.slice(start, end)
}

/** The text after the first problem's repair. */
export const repaired = (text: string): string => applyEdits(text, problemsOf(text)[0]?.fix?.edits ?? [])
