import type { DocumentId } from '../base/ids.ts'
import type { Path } from '../base/origin.ts'
import type { TextRange } from '../base/text-range.ts'
import type { Resource } from '../resources/index.ts'
import { documentAt, documentOf, nodeOf } from '../yaml/index.ts'
import type { ParsedText } from '../yaml/index.ts'
import { kindOf, kindOfMap } from './kind-of.ts'
import type { Knowledge } from './knowledge.ts'
import { namesIn, readSubset } from './names-in.ts'
import type { Home, Meaning, NameIn } from './names-in.ts'
import { nodeBelow, textAt } from './place-at.ts'
import type { Role } from './roles.ts'
import { walkRoles } from './walk-roles.ts'

/** A name in the text. */
export interface Occurrence extends NameIn {
  readonly role: Role
  readonly resource: Resource
  readonly documentId: DocumentId
  /** From the resource's own map. */
  readonly path: Path
  /** Of the whole value, from the document's start. */
  readonly value: TextRange
  /** Of the name alone; undefined where it is not written letter for letter (escapes, an alias). */
  readonly range: TextRange | undefined
}

/** All names of a text. */
export interface Names {
  readonly all: readonly Occurrence[]
  /** By what they mean: the first meaning that is defined somewhere, or else the first. */
  readonly byMeaning: ReadonlyMap<Meaning, readonly Occurrence[]>
  /** The hosts that a subset of some name is of, with what it means there. */
  readonly subsets: ReadonlyMap<string, readonly { readonly meaning: Meaning; readonly host: string }[]>
  meaningOf(occurrence: Occurrence): Meaning
}

const ofResource = new WeakMap<Resource, readonly Occurrence[]>()
const ofText = new WeakMap<ParsedText, Names>()

/** Gathers the names of a text; those of an unchanged resource are not gathered again. */
export function namesOf({ parsed, resources, mesh }: Pick<Knowledge, 'parsed' | 'resources' | 'mesh'>): Names {
  const known = ofText.get(parsed)
  if (known) return known
  const all = resources.flatMap(resource => {
    const before = ofResource.get(resource)
    if (before) return before
    const found = gather(parsed, resource, mesh.settings.clusterDomain)
    ofResource.set(resource, found)
    return found
  })
  const defined = new Set(all.flatMap(({ isDefinition, meanings }) => (isDefinition ? meanings : [])))
  const meaningOf = ({ meanings }: NameIn): Meaning => meanings.find(one => defined.has(one)) ?? meanings[0] ?? ''
  const byMeaning = new Map<Meaning, Occurrence[]>()
  for (const occurrence of all) {
    const meaning = meaningOf(occurrence)
    const group = byMeaning.get(meaning)
    if (group) group.push(occurrence)
    else byMeaning.set(meaning, [occurrence])
  }
  const names = { all, byMeaning, subsets: indexSubsets(byMeaning.keys()), meaningOf }
  ofText.set(parsed, names)
  return names
}

function indexSubsets(meanings: Iterable<Meaning>): Names['subsets'] {
  const subsets = new Map<string, { readonly meaning: Meaning; readonly host: string }[]>()
  for (const meaning of meanings) {
    const subset = readSubset(meaning)
    if (!subset) continue
    const known = subsets.get(subset.name) ?? []
    subsets.set(subset.name, known)
    known.push({ meaning, host: subset.host })
  }
  return subsets
}

/** The names at an offset of the whole text, the cursor behind the last letter included. */
export function occurrenceAt(known: Knowledge, offset: number): Occurrence | undefined {
  const document = documentAt(known.parsed, offset)
  if (!document) return undefined
  const at = offset - document.start
  return namesOf(known).all.find(({ documentId, range, value }) => {
    const { start, end } = range ?? value
    return documentId === document.id && start <= at && at <= end
  })
}

/** Where in the whole text a range of a document is. */
export function inText(parsed: ParsedText, documentId: DocumentId, { start, end }: TextRange): TextRange {
  const by = documentOf(parsed, documentId)?.start ?? 0
  return { start: start + by, end: end + by }
}

function gather(parsed: ParsedText, resource: Resource, clusterDomain: string): readonly Occurrence[] {
  const { origin, namespace } = resource
  const node = nodeOf(parsed, origin)
  const written = documentOf(parsed, origin.documentId)?.text
  if (!node || written === undefined) return []
  const found: Occurrence[] = []
  const look = (home: Home, at: Path) => {
    walkRoles(home.node, home.kind, (role, here, path) => {
      const text = here.kind === 'scalar' && here.value !== null ? String(here.value) : ''
      for (const name of text === '' ? [] : namesIn(role, text, path, home)) {
        const range = rangeWithin(written, here.range, text, name)
        found.push({
          ...name,
          role,
          resource,
          documentId: origin.documentId,
          path: [...at, ...path],
          value: here.range,
          range,
        })
      }
    })
  }
  look({ kind: kindOf(resource), namespace: namespace || 'default', node, clusterDomain }, [])
  for (const path of resource.kind === 'Scenario' ? resource.spec.steps.flatMap(step => step.written) : []) {
    const inner = nodeBelow(node, path)
    if (inner?.kind !== 'map') continue
    const own = textAt(inner, ['metadata', 'namespace']) ?? 'default'
    look({ kind: kindOfMap(inner, undefined), namespace: own, node: inner, clusterDomain }, path)
  }
  return found
}

/** Where a name stands in a value that is written letter for letter, quoted or not. */
function rangeWithin(
  text: string,
  { start, end }: TextRange,
  value: string,
  { from, name }: NameIn,
): TextRange | undefined {
  const written = text.slice(start, end)
  const inset = written === value ? 0 : /^(['"])/.test(written) && written.slice(1, -1) === value ? 1 : undefined
  if (inset === undefined) return undefined
  return { start: start + inset + from, end: start + inset + from + name.length }
}
