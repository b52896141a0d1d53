import type { Diagnostic } from '../base/diagnostic.ts'
import { cutAtWord } from '../base/cut-at-word.ts'
import { below } from '../base/origin.ts'
import type { Origin, Path } from '../base/origin.ts'
import type { Decoded, Resource } from '../resources/index.ts'
import type { Admission, Refusal, Remark } from './admission.ts'
import { examine, toFieldPath } from './examine.ts'
import type { Examination } from './examine.ts'
import { keep, NOTHING_STORED, store } from './keep.ts'
import type { Stored } from './keep.ts'

const examined = new WeakMap<Decoded, Examination>()

/**
 * What the API server and istiod's webhook say to each resource on its own; neither looks at the others ([H2]). What
 * has been examined once is not examined again while the decoder keeps it. Documents that a Scenario's steps hold come
 * later, each to what the cluster has then; `before` is what it has now.
 */
export function admit(
  decoded: readonly Decoded[],
  inSteps: readonly Decoded[] = [],
  before: Stored = NOTHING_STORED,
): Admission {
  const refused = new Map<Resource, readonly Refusal[]>()
  const warnings = new Map<Resource, readonly Remark[]>()
  const diagnostics: Diagnostic[] = []
  const all = [...decoded, ...inSteps]
  for (const entry of all) {
    const { refusals } = examineOnce(entry)
    if (refusals.length > 0) refused.set(entry.resource, refusals)
  }
  const kept = keep(decoded, refused, before)
  for (const entry of all) {
    const { resource } = entry
    const { refusals, remarks, unknown } = examineOnce(entry)
    if (!entry.complete) continue
    if (refusals.length === 0 && remarks.length > 0) warnings.set(resource, remarks)
    diagnostics.push(...onePerPlace(refusals).map(refusal => toError(resource, refusal, kept.has(resource))))
    if (refusals.length === 0) diagnostics.push(...remarks.map(remark => toWarning(remark)))
    diagnostics.push(...unknown.map(path => toUnknownField(below(resource.origin, ...path))))
  }
  return { refused, kept, stored: store(decoded, refused, kept), warnings, diagnostics }
}

function examineOnce(entry: Decoded): Examination {
  const examination = examined.get(entry) ?? examine(entry)
  examined.set(entry, examination)
  return examination
}

/** What the webhook alone says of a resource, with paths below it; warnings also where there are errors. */
export function wordsOfWebhook(
  entry: Decoded,
): Readonly<Record<'errors' | 'warnings', readonly { readonly path: Path; readonly message: string }[]>> {
  const { refusals, remarks } = examineOnce(entry)
  const steps = entry.resource.origin.path.length
  const toWords = ({ origin, message }: Remark) => ({ path: origin.path.slice(steps), message })
  return {
    errors: refusals.filter(({ gate }) => gate === 'validation').map(toWords),
    warnings: remarks.map(toWords),
  }
}

/** Both gates often say the same thing of one field: the first one is enough to read. */
function onePerPlace(refusals: readonly Refusal[]): readonly Refusal[] {
  const places = new Map<string, Refusal>()
  for (const refusal of refusals) {
    const place = toFieldPath(refusal.origin.path)
    const other = places.get(place)
    if (!other) places.set(place, refusal)
    else if (other.gate === refusal.gate) places.set(`${place} ${refusal.message}`, refusal)
  }
  return [...places.values()]
}

/** The whole message is in the detail. */
const LONGEST_TITLE = 160

function toError({ kind, name }: Resource, { gate, message, origin }: Refusal, isKept: boolean): Diagnostic {
  const who = gate === 'schema' ? 'Kubernetes' : 'Istio'
  const short = gate === 'schema' ? message.replace(/: Invalid value: .*?: (?=\w)/s, ' ') : message
  // What is there instead stands at its line.
  const line = short.replace(/(must be of type \w+): ".*"$/s, '$1').split('\n', 1)[0] ?? ''
  const title = `${who} would refuse ${name || `this ${kind}`}: ${line}`
  return {
    code: 'REFUSED',
    severity: 'error',
    title: cutAtWord(title, LONGEST_TITLE),
    detail: `${who} says: “${message}”. ${isKept ? 'It is refused; the cluster keeps what it had.' : `The whole ${kind} takes no part.`}`,
    origin,
    ...(isKept && { isKept }),
  }
}

function toWarning({ message, origin }: Remark): Diagnostic {
  const title = message.charAt(0).toUpperCase() + message.slice(1)
  return {
    code: 'MX0002',
    severity: 'warning',
    title: cutAtWord(title, LONGEST_TITLE),
    detail: `Istio accepts this and remarks: “${message}”.`,
    origin,
  }
}

function toUnknownField(origin: Origin): Diagnostic {
  const name = String(origin.path.at(-1))
  return {
    code: 'MX0004',
    severity: 'warning',
    title: `${name} is no field here`,
    detail: 'kubectl refuses it unless told not to; the API server drops it, so it does nothing.',
    origin,
  }
}
