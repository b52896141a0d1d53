import type { Diagnostic, Fix, Severity, Statement } from '../base/diagnostic.ts'
import type { Origin, Path } from '../base/origin.ts'
import { ISTIOCTL_MESSAGES } from './istioctl/messages.ts'
import type { MessageName } from './istioctl/messages.ts'
import { originOf } from './istioctl/place.ts'
import type { Said } from './istioctl/run.ts'
import { fill } from './messages.ts'

const UNREACHABLE = ['IST0130', 'IST0131', 'MX0114']

/** By what our own rules, or admission, call what the tool calls so. */
const PARTNERS: Readonly<Partial<Record<MessageName, readonly string[]>>> = {
  schemaError: ['REFUSED'],
  schemaWarning: ['MX0002'],
  unreachableRule: UNREACHABLE,
  ineffectiveMatch: UNREACHABLE,
  hostNotFound: ['IST0101'],
  mirrorHostNotFound: ['IST0101'],
  portNotFound: ['IST0101'],
  portSelectorRequired: ['MX0109'],
  subsetNotFound: ['IST0101'],
  mirrorSubsetNotFound: ['IST0101'],
  gatewayNotFound: ['IST0101'],
  hostNotInGateway: ['IST0132'],
  conflictingHosts: ['IST0109'],
  subsetWithoutPods: ['IST0173'],
  unknownRuleHost: ['MX0104'],
}

/** Partners that keep their own code, as they say more than the tool does. */
const KEPT = new Set(['REFUSED', ...UNREACHABLE])

const SEVERITY: Readonly<Record<Statement['level'], Severity>> = { Error: 'error', Warning: 'warning', Info: 'info' }

/** The repairs of something that istioctl says, the likeliest first. */
type FixesOf = (finding: Said['finding']) => readonly Fix[]

interface Draft {
  diagnostic: Diagnostic
  readonly statements: Statement[]
}

/**
 * Puts what istioctl says beside what we say: the same problem is one diagnostic, in our words; what the tool alone says is
 * one in its own, muted where nothing follows from it; what it does not see gets a code of ours.
 */
export function joinStatements(
  own: readonly Diagnostic[],
  said: readonly Said[],
  fixesOf: FixesOf,
): readonly Diagnostic[] {
  const drafts = own.map((diagnostic): Draft => ({ diagnostic, statements: [] }))
  const byDocument = new Map<number, Draft[]>()
  for (const draft of drafts) {
    const { documentId } = draft.diagnostic.origin
    const known = byDocument.get(documentId)
    if (known) known.push(draft)
    else byDocument.set(documentId, [draft])
  }
  const alone = new Map<string, Draft>()
  for (const { finding, statement } of said) {
    const origin = originOf(finding)
    const partner = findPartner(finding.message, origin, byDocument.get(origin.documentId) ?? [])
    if (partner) {
      if (!partner.diagnostic.fix) partner.diagnostic = { ...partner.diagnostic, ...withFixes(fixesOf(finding)) }
      partner.statements.push({ ...statement, says: fill(ISTIOCTL_MESSAGES[finding.message].detail, finding.values) })
      continue
    }
    const diagnostic = { ...toDiagnostic(finding, statement, origin), ...withFixes(fixesOf(finding)) }
    const key = JSON.stringify([diagnostic.code, diagnostic.title, diagnostic.detail, diagnostic.origin])
    const same = alone.get(key)
    if (same) same.statements.push(statement)
    else alone.set(key, { diagnostic, statements: [statement] })
  }
  return [...drafts.map(finish), ...[...alone.values()].map(finish)]
}

function withFixes([fix, ...otherFixes]: readonly Fix[]): Pick<Diagnostic, 'fix' | 'otherFixes'> {
  return { ...(fix && { fix }), ...(otherFixes.length > 0 && { otherFixes }) }
}

function findPartner(message: MessageName, { path }: Origin, drafts: readonly Draft[]): Draft | undefined {
  const codes = PARTNERS[message]
  if (!codes) return undefined
  const near = drafts.filter(
    ({ diagnostic }) => codes.includes(diagnostic.code) && isRelated(diagnostic.origin.path, path),
  )
  // The nearest place; of those as near, the first.
  return near.reduce<Draft | undefined>(
    (best, draft) => (best && distance(best, path) <= distance(draft, path) ? best : draft),
    undefined,
  )
}

const isRelated = (a: Path, b: Path): boolean => {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  return short.every((step, i) => String(step) === String(long[i]))
}

const distance = ({ diagnostic }: Draft, path: Path): number => Math.abs(diagnostic.origin.path.length - path.length)

function toDiagnostic(
  { message, values, needless }: Said['finding'],
  { level }: Statement,
  origin: Origin,
): Diagnostic {
  const { code, title, detail } = ISTIOCTL_MESSAGES[message]
  const said = fill(detail, values)
  return {
    code,
    severity: needless === undefined ? SEVERITY[level] : 'muted',
    title: fill(title, values),
    detail: needless === undefined ? said : `${statementOf(said)} ${needless}`,
    origin,
  }
}

/** What follows from it does not where it is needless. */
const statementOf = (said: string): string => said.split(/(?<=\.)\s/, 1)[0] ?? said

function finish({ diagnostic: { unseen, ...diagnostic }, statements }: Draft): Diagnostic {
  const [first] = statements
  if (!first) return unseen === undefined ? diagnostic : { ...diagnostic, code: unseen }
  const code = KEPT.has(diagnostic.code) ? diagnostic.code : first.code
  return { ...diagnostic, code, tool: statements }
}
