import { below } from '../base/origin.ts'
import type { TextEdit } from '../base/text-range.ts'
import type { ScenarioResource } from '../resources/index.ts'
import { addEntry, documentOf, insertListItem, nodeOf, putValue, writeFlow } from '../yaml/index.ts'
import type { ParsedText } from '../yaml/index.ts'
import type { BreakPlan } from './break-plan.ts'
import { duration, entryOf } from './write-entry.ts'

/**
 * Writes a plan into the text's Scenario; all else of the text stays as it is. Undefined where it cannot be written on the
 * spot (behind an alias, say).
 */
export function breakEdits(
  parsed: ParsedText,
  scenario: ScenarioResource,
  { atMs, ended, added }: BreakPlan,
): readonly TextEdit[] | undefined {
  const { origin, namespace } = scenario
  const spec = below(origin, 'spec')
  const list = below(spec, 'workloads')
  const entries = added.map(({ named, behaviour }) => entryOf(named, behaviour, atMs, namespace))
  const items = entries.map(entry => writeFlow(entry, isJson(parsed, scenario)))
  const append = () =>
    nodeOf(parsed, list) ? insertListItem(parsed, list, ...items) : addEntry(parsed, spec, 'workloads', entries)
  const edits = [
    ...ended.map(({ path }) => putValue(parsed, below(origin, ...path, 'to'), duration(atMs))),
    ...(items.length === 0 ? [] : [append()]),
  ]
  const known = edits.filter(edit => edit !== undefined)
  return known.length < edits.length ? undefined : joined(known)
}

/** Written as JSON it stays JSON. */
const isJson = (parsed: ParsedText, { origin }: ScenarioResource): boolean =>
  /^(---)?\s*\{/.test(documentOf(parsed, origin.documentId)?.text ?? '')

/** What goes to one place goes there as one edit, in its order. */
function joined(edits: readonly TextEdit[]): readonly TextEdit[] {
  const places = new Map<string, TextEdit>()
  for (const edit of edits) {
    const key = `${edit.range.start} ${edit.range.end}`
    const before = places.get(key)
    places.set(key, before ? { ...edit, text: before.text + edit.text } : edit)
  }
  return [...places.values()]
}
