import { below } from '../base/origin.ts'
import type { Origin, Path } from '../base/origin.ts'
import type { Resource, ScenarioResource, ScenarioSlide } from '../resources/index.ts'
import { findDocuments, isDocument } from './names.ts'

/** A step of a presentation: what is said, when, and which lines are spoken of. */
export interface Slide {
  readonly title: string | undefined
  readonly notes: string | undefined
  /** After the run's start. */
  readonly atMs: number
  readonly play: boolean
  /** Around all that is marked; undefined: no lines are shown. */
  readonly shown: Origin | undefined
  readonly marked: readonly Origin[]
}

/** The steps that a Scenario's presentation has, each with a moment: its own or the last one given before. */
export function presentationOf(scenario: ScenarioResource, resources: readonly Resource[]): readonly Slide[] {
  let lastMs = 0
  return scenario.spec.presentation.map(slide => {
    lastMs = slide.atMs ?? lastMs
    const { title, notes, play = true, fields } = slide
    const [document] = documentsOf(slide, scenario, resources)
    const paths = document ? fields.map(fieldPath) : []
    return {
      title,
      notes,
      atMs: lastMs,
      play,
      shown: document && below(document.origin, ...commonPath(paths)),
      marked: document ? paths.map(path => below(document.origin, ...path)) : [],
    }
  })
}

/** What a slide shows: any document of the text, the Scenario too. */
export const documentsOf = (
  { show }: ScenarioSlide,
  scenario: ScenarioResource,
  resources: readonly Resource[],
): readonly Resource[] => (show === undefined ? [] : findDocuments(resources, show, scenario, canBeShown))

export const canBeShown = (resource: Resource): boolean => isDocument(resource) || resource.kind === 'Scenario'

/** `spec.http.0.route` or `spec.http[0].route`, as a path. */
export const fieldPath = (field: string): Path =>
  field.split(/[.[\]]+/).flatMap(step => (step === '' ? [] : /^\d+$/.test(step) ? Number(step) : step))

function commonPath([first, ...others]: readonly Path[]): Path {
  if (!first) return []
  const differs = first.findIndex((step, i) => others.some(other => other[i] !== step))
  return differs < 0 ? first : first.slice(0, differs)
}
