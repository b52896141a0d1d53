import type { Suggestion } from './answers.ts'
import { servicesIn } from './asking.ts'
import type { Asking } from './asking.ts'
import { keysAt } from './place-at.ts'
import { asItem, asPolicy } from './shapes/around.ts'
import { DOCUMENTS } from './shapes/documents.ts'
import { POLICY_PARTS } from './shapes/policy-parts.ts'
import { RULE_PARTS } from './shapes/rule-parts.ts'
import { RULES } from './shapes/rules.ts'
import type { Part, Shape } from './shapes/shape.ts'
import { lookUp } from './suggest-subsets.ts'

/** Shapes that belong where the cursor is, with names of the text filled in; on a line of their own only. */
export function suggestSnippets(asking: Asking): readonly Suggestion[] {
  const { place } = asking
  if (!place.isAlone) return []
  const defaults = defaultsFor(asking)
  const offer = ({ name, says, body }: Shape): Suggestion => ({
    kind: 'snippet',
    label: name,
    insert: fillIn(indentRest(body, place.inset), defaults),
    detail: 'shape',
    more: `${says}\n\n\`\`\`yaml\n${fillIn(body, defaults, plain)}\n\`\`\``,
  })
  return shapesFor(asking).map(offer)
}

function shapesFor({ place: { kind, path, isKey, resource, inset } }: Asking): readonly Shape[] {
  const at = path.join('.')
  if (path.length === 0) {
    if (inset > 0) return []
    return kind === '' && !isKey ? DOCUMENTS : kind === '' ? [] : DOCUMENTS.map(withBody(body => `---\n${body}`))
  }
  const missing = (parts: readonly Part[]): readonly Part[] => {
    const present = keysAt(resource, path)
    return parts.filter(({ key }) => !present.includes(key))
  }
  if (kind === 'VirtualService') {
    if (at === 'spec.http' && !isKey) return RULES.map(withBody(asItem))
    if (/^spec\.http\.\d+$/.test(at)) return isKey ? missing(RULE_PARTS) : RULES
  }
  if (kind === 'DestinationRule') {
    if (/^spec(\.subsets\.\d+)?\.trafficPolicy$/.test(at)) return missing(POLICY_PARTS)
    const hasPolicy = keysAt(resource, path).includes('trafficPolicy')
    if (at === 'spec' && isKey && !hasPolicy) return POLICY_PARTS.map(part => ({ ...part, body: asPolicy(part) }))
  }
  return []
}

const withBody =
  (change: (body: string) => string) =>
  (shape: Shape): Shape => ({ ...shape, body: change(shape.body) })

/** The editor indents by the line's own white space; what stands before the word on it comes on top. */
const indentRest = (body: string, by: number): string => body.replaceAll('\n', `\n${' '.repeat(by)}`)

/** The first Service of the place's namespace and its first two subsets, where there are any. */
function defaultsFor({ known: { mesh }, place }: Asking): ReadonlyMap<string, string> {
  const services = servicesIn(mesh).filter(
    ({ registry, namespace }) => registry === 'Kubernetes' && namespace === place.namespace,
  )
  const withSubsets = services.map(service => ({ service, subsets: lookUp(mesh, service, [place.namespace]) }))
  const best = withSubsets.find(({ subsets }) => subsets.length > 1) ?? withSubsets[0]
  if (!best) return new Map()
  const [old, next] = best.subsets.map(({ subset }) => subset.name)
  const port = best.service.ports[0]?.number
  return new Map([
    ['host', best.service.name],
    ...(old !== undefined ? [['old', old] as const] : []),
    ...(next !== undefined ? [['new', next] as const] : []),
    ...(port !== undefined ? [['port', String(port)] as const] : []),
  ])
}

type Write = (number: number, text: string | undefined) => string

/** As editors understand it: `${1:reviews}`, and `$1` where it comes again. */
const asSnippet: Write = (number, text) => (text === undefined ? `$${number}` : `\${${number}:${text}}`)

function plain(_: number, text: string | undefined): string {
  return text ?? ''
}

/** Replaces the places to fill in. */
export function fillIn(body: string, defaults: ReadonlyMap<string, string>, write: Write = asSnippet): string {
  const numbers = new Map<string, { readonly number: number; readonly text: string }>()
  return body.replace(/<(\w+)(?::([^>\n]*))?>/g, (_, name: string, given: string | undefined) => {
    const known = numbers.get(name)
    if (known) return write === plain ? known.text : write(known.number, undefined)
    const text = defaults.get(name) ?? given ?? name
    numbers.set(name, { number: numbers.size + 1, text })
    return write(numbers.size, text)
  })
}
