import { below } from '../base/origin.ts'
import type { Path } from '../base/origin.ts'
import type { Resource, ScenarioResource } from '../resources/index.ts'
import { nodeOf } from '../yaml/index.ts'
import type { ParsedText } from '../yaml/index.ts'
import { referenceTo } from './names.ts'
import { canBeShown, documentsOf, fieldPath } from './presentation-of.ts'
import type { Problem } from './problem.ts'

/** Slides that show nothing, and names of documents and lines that the text does not hold. */
export function checkPresentation(
  scenario: ScenarioResource,
  resources: readonly Resource[],
  parsed: ParsedText,
): readonly Problem[] {
  const { presentation, slips } = scenario.spec
  return presentation.flatMap((slide): readonly Problem[] => {
    const { path, title, notes, atMs, show, fields } = slide
    const at = (...rest: Path) => below(scenario.origin, ...path, ...rest)
    const hasSlip = slips.some(slip => path.every((step, i) => slip.path[i] === step))
    if (show === undefined) {
      const saysNothing = title === undefined && notes === undefined && atMs === undefined
      const isMissing = !hasSlip && (fields.length > 0 || saysNothing)
      const detail = fields.length > 0 ? 'fields are those of the document that show names.' : 'This step does nothing.'
      const what = fields.length > 0 ? 'show' : 'title, at or show'
      return isMissing ? [{ kind: 'missing', values: { what }, detail, origin: at() }] : []
    }
    const [document] = documentsOf(slide, scenario, resources)
    if (!document) {
      const among = resources.filter(canBeShown).map(resource => referenceTo(resource, scenario))
      const detail = 'A presentation shows documents of this very text, by kind and name: VirtualService/reviews.'
      const misspelt = { text: show, among }
      return [{ kind: 'unknownDocument', values: { reference: show }, detail, origin: at('show'), misspelt }]
    }
    return fields.flatMap((field, i): readonly Problem[] => {
      if (field === '' || nodeOf(parsed, below(document.origin, ...fieldPath(field)))) return []
      const detail = `${show} has nothing there. Write keys and places in lists, from 0: spec.http.0.route.`
      return [{ kind: 'withoutEffect', values: { what: field }, detail, origin: at('fields', i) }]
    })
  })
}
