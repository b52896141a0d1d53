import type { Diagnostic, Fix } from '../base/diagnostic.ts'
import type { Origin } from '../base/origin.ts'
import { FINDING_KINDS } from './registry.ts'
import type { FindingName } from './registry.ts'

type Words = Readonly<Record<string, string | number>>

/** A registered finding at a place, with the words that its title needs. */
export function toDiagnostic(
  name: FindingName,
  words: Words,
  detail: string,
  origin: Origin,
  fix?: Fix | undefined,
): Diagnostic {
  const { code, severity, title } = FINDING_KINDS[name]
  const filled = title.replace(/\{(\w+)\}/g, (_, word: string) => String(words[word] ?? ''))
  return { code, severity, title: filled, detail, origin, ...(fix && { fix }) }
}
