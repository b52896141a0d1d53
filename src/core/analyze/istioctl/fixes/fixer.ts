import type { Fix } from '../../../base/diagnostic.ts'
import { below } from '../../../base/origin.ts'
import type { Origin, Path } from '../../../base/origin.ts'
import type { TextEdit } from '../../../base/text-range.ts'
import { documentOf } from '../../../yaml/index.ts'
import type { ParsedText } from '../../../yaml/index.ts'
import type { PlacedItem } from '../../cluster/item.ts'
import type { Finding, Scene } from '../finding.ts'

/** A finding with all that a repair may look at. */
export interface Broken {
  readonly parsed: ParsedText
  readonly scene: Scene
  readonly finding: Finding
  /** Of the resource that it is about, or of the template of its pods. */
  readonly resource: Origin
  /** Of the place that it is shown at. */
  readonly origin: Origin
}

/** The repairs of a finding that are right wherever it is said, the likeliest first. */
export type Fixer = (broken: Broken) => readonly Fix[]

/** A repair, if all of its edits can be made. */
export function fix(title: string, ...edits: readonly (TextEdit | undefined)[]): readonly Fix[] {
  const made = edits.flatMap(edit => edit ?? [])
  return made.length === edits.length && made.length > 0 ? [{ title, edits: made }] : []
}

/** The item that a finding is about: of a pod, the workload that makes it. */
export const itemOf = ({ about }: Finding): PlacedItem => ('document' in about ? about : about.source)

/** Where a field of an item stands; nothing where the item is not of the text. */
export function fieldOf(parsed: ParsedText, { document, path }: PlacedItem, ...steps: Path): Origin | undefined {
  return documentOf(parsed, document.id) === document ? below({ documentId: document.id, path }, ...steps) : undefined
}

export const value = ({ finding }: Broken, name: string): string => String(finding.values[name] ?? '')
