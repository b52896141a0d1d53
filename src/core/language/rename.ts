import type { TextEdit } from '../base/text-range.ts'
import { documentOf, isReadAsText } from '../yaml/index.ts'
import type { Renamable, Renaming } from './answers.ts'
import type { Knowledge } from './knowledge.ts'
import { labelsAt } from './labels-at.ts'
import { inText, namesOf, occurrenceAt } from './occurrences.ts'
import type { Occurrence } from './occurrences.ts'
import { definitionsOf, meaningsLike, sameName } from './same-name.ts'

const NO_NAME = 'Here stands no name of a subset, a Service or a Gateway.'

/** Kubernetes, apps/v1: `spec.selector` is immutable once a Deployment exists. */
const LABELS_STAY =
  'A cluster refuses another label in a Deployment’s selector, so labels are not renamed everywhere at once.'

/** What can be renamed at an offset: a subset, a Service, Istio’s Gateway. Other names decide an order, or pods hang on them. */
export function findRenamable(known: Knowledge, offset: number): Renamable {
  const occurrence = occurrenceAt(known, offset)
  if (!occurrence) return refuse(labelsAt(known, offset) ? LABELS_STAY : NO_NAME)
  const because = whyNot(known, occurrence)
  if (because !== undefined) return refuse(because)
  const { documentId, range, value } = occurrence
  const name = oldName(known, occurrence)
  const { start } = inText(known.parsed, documentId, range ?? value)
  return { kind: 'name', range: { start, end: start + name.length }, name }
}

/** Renames the thing at an offset wherever the text names it, or says why that would change more than a name. */
export function rename(known: Knowledge, offset: number, wanted: string): Renaming {
  const occurrence = occurrenceAt(known, offset)
  const renamable = findRenamable(known, offset)
  if (!occurrence || renamable.kind === 'refused') return renamable.kind === 'refused' ? renamable : refuse(NO_NAME)
  const { name } = renamable
  if (!/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(wanted) || wanted.length > 63) {
    return refuse(
      'A name is made of small letters, digits and dashes, begins and ends with none of the latter, and has 63 at most.',
    )
  }
  if (isService(occurrence) && /^\d/.test(wanted)) return refuse('The name of a Service begins with a letter.')
  if (wanted === name) return { kind: 'edits', edits: [] }
  const names = namesOf(known)
  const meaning = names.meaningOf(occurrence)
  const same = meaningsLike(names, meaning)
  const isTaken = [...same].some(one => sameName(names, renamed(one, name, wanted)).length > 0)
  if (isTaken) return refuse(`There is a ${wanted} already: the two could not be told apart any more.`)
  const edits = new Map<number, TextEdit>()
  for (const one of sameName(names, meaning)) {
    const edit = editFor(known, one, name, wanted)
    if (!edit) return refuse(`${describe(one)} names it by an alias or with escapes, which cannot be changed here.`)
    edits.set(edit.range.start, edit)
  }
  const isShared = names.all.some(one => {
    const { start } = inText(known.parsed, one.documentId, one.range ?? one.value)
    return edits.has(start) && !same.has(names.meaningOf(one))
  })
  if (isShared) return refuse('An anchor uses the same text for something else too.')
  return { kind: 'edits', edits: [...edits.values()].sort((a, b) => a.range.start - b.range.start) }
}

const refuse = (because: string) => ({ kind: 'refused', because }) as const

const isService = ({ resource, role, meanings }: Occurrence): boolean =>
  (meanings[0]?.startsWith('host ') ?? false) && !(role === 'name' && resource.kind !== 'Service')

function whyNot(known: Knowledge, occurrence: Occurrence): string | undefined {
  const names = namesOf(known)
  const meaning = names.meaningOf(occurrence)
  if (meaning.startsWith('subset ')) return undefined
  const [definition] = definitionsOf(names, meaning)
  if (meaning.startsWith('host ')) {
    if (definition?.role === 'name') return undefined
    const host = meaning.slice('host '.length)
    if (definition) return `${host} is a name of the world outside: another one would be another host.`
    return `No Service of this text is called ${host}.`
  }
  if (!definition) return `Nothing in this text is called ${oldName(known, occurrence)}.`
  const { kind } = definition.resource
  if (kind === 'KubernetesGateway')
    return 'Its Deployment and Service are named after it: another name makes another gateway.'
  return kind === 'Gateway'
    ? undefined
    : 'Only subsets, Services and Istio’s Gateways can be renamed everywhere at once.'
}

/** The name alone: a definition's text, or what stands before the namespace. */
function oldName(known: Knowledge, occurrence: Occurrence): string {
  const names = namesOf(known)
  const meaning = names.meaningOf(occurrence)
  if (meaning.startsWith('subset ')) return occurrence.name
  const [definition] = definitionsOf(names, meaning)
  return definition?.name ?? occurrence.name
}

/** What a meaning would be under another name. */
function renamed(meaning: string, name: string, wanted: string): string {
  if (meaning.startsWith('subset ')) return meaning.replace(`subset ${name} `, `subset ${wanted} `)
  if (meaning.startsWith('host ')) return meaning.replace(`host ${name}.`, `host ${wanted}.`)
  return meaning.slice(0, meaning.length - name.length) + wanted
}

function editFor({ parsed }: Knowledge, one: Occurrence, name: string, wanted: string): TextEdit | undefined {
  const { documentId, range, value } = one
  const text = documentOf(parsed, documentId)?.text ?? ''
  if (!range || !(one.name === name || one.name.startsWith(`${name}.`))) return undefined
  const part = { start: range.start, end: range.start + name.length }
  const written = text.slice(value.start, part.start) + wanted + text.slice(part.end, value.end)
  // Unquoted it would be a number or a boolean.
  if (!/^['"]/.test(written) && !isReadAsText(written)) {
    return { range: inText(parsed, documentId, value), text: JSON.stringify(written) }
  }
  return { range: inText(parsed, documentId, part), text: wanted }
}

const describe = ({ resource }: Occurrence): string => `${resource.kind} ${resource.name}`
