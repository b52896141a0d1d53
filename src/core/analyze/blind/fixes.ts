import type { Fix } from '../../base/diagnostic.ts'
import { below } from '../../base/origin.ts'
import type { Origin } from '../../base/origin.ts'
import type { TextEdit } from '../../base/text-range.ts'
import { nodeOf, putValue, removeEntry, removeWithEmpty, setScalar } from '../../yaml/index.ts'
import type { ParsedText } from '../../yaml/index.ts'
import type { BlindFinding } from './blind-rule.ts'

type Repair = (
  parsed: ParsedText,
  origin: Origin,
  values: BlindFinding['values'],
) => readonly [string, TextEdit | undefined]

/** Where what is meant is plain from the finding alone. */
const REPAIRS: Readonly<Partial<Record<BlindFinding['message'], Repair>>> = {
  faultWithoutShare: (parsed, origin) => [
    'Let it hit every request',
    putValue(parsed, below(origin, 'percentage'), { value: 100 }),
  ],
  leastConn: (parsed, origin) => ['Use LEAST_REQUEST', setScalar(parsed, origin, 'LEAST_REQUEST')],
  methodInSmallLetters: (parsed, origin, { meant = '' }) => [`Use ${meant}`, setScalar(parsed, origin, meant)],
  tryBeyondTimeout: (parsed, origin) => ['Take perTryTimeout out', removeEntry(parsed, origin)],
  limitOfZero: (parsed, origin, { field = '' }) => [
    `Take ${field} out`,
    removeWithEmpty(parsed, origin, origin.path.indexOf('spec') + 1),
  ],
  subsetWithoutCa: (parsed, origin) => [
    'Verify by the system’s certificates',
    // Certificates of a Secret and of a file exclude each other.
    nodeOf(parsed, below(origin, 'credentialName'))
      ? undefined
      : putValue(parsed, below(origin, 'caCertificates'), 'system'),
  ],
  wholeRegex: (parsed, origin, { regex = '' }) => {
    const open = openEnd(String(regex))
    return [`Write ${open ?? ''}`, open === undefined ? undefined : setScalar(parsed, origin, open)]
  },
}

/** An expression with an anchor at one end means anything at the other; one without may mean a beginning or all of it. */
function openEnd(regex: string): string | undefined {
  if (regex.startsWith('^') === regex.endsWith('$')) return undefined
  return regex.startsWith('^') ? `${regex}.*` : `.*${regex}`
}

export function fixFor(parsed: ParsedText, { message, values }: BlindFinding, origin: Origin): Fix | undefined {
  const [title, edit] = REPAIRS[message]?.(parsed, origin, values) ?? []
  return title === undefined || !edit ? undefined : { title, edits: [edit] }
}
