import type { Diagnostic } from '../base/diagnostic.ts'
import { wordsOfWebhook } from '../admission/index.ts'
import type { Decoded } from '../resources/index.ts'
import { analyze } from './analyze.ts'
import type { Analyzed } from './analyze.ts'
import { findBlindSpots } from './blind/run.ts'
import { readText } from './cluster/place-documents.ts'
import type { ReadText } from './cluster/place-documents.ts'
import { beneathText, leftOut, readYaml, WORKLOADS } from './istioctl/beneath.ts'
import { withRefusalFix } from './fixes/fix-refusal.ts'
import { fixesOf } from './istioctl/fixes.ts'
import { runIstioctl, unreadableStatements } from './istioctl/run.ts'
import { joinStatements } from './join.ts'

export interface Explained extends Analyzed {
  readonly decoded: readonly Decoded[]
  /** What admission says; beside what the analysis says better. */
  readonly admission: (analysis: readonly Diagnostic[]) => readonly Diagnostic[]
  /** The YAML of a whole cluster that the text is applied to; without, what a short text leaves out is assumed. */
  readonly cluster?: string | undefined
  /** To tell whether certificates are valid still. */
  readonly nowMs?: number | undefined
}

/** Everything there is to say of a text beside its form: what we see, what istioctl says, and what of both is the same. */
export function explainText(input: Explained): readonly Diagnostic[] {
  const { parsed, decoded, resources, cluster, nowMs } = input
  const read = readText(parsed)
  const byNode = new Map(decoded.map(entry => [entry.node, entry]))
  const { said, scene } = runIstioctl({
    text: parsed.text,
    read,
    beneath: cluster === undefined ? beneathText(read, resources) : readYaml(cluster),
    webhook: node => {
      const entry = byNode.get(node)
      return entry ? wordsOfWebhook(entry) : NO_WORDS
    },
    nowMs,
  })
  const isLeftOut = cluster === undefined ? leftOut(read) : () => false
  const analysis = analyze(input)
  const shows = cluster === undefined ? kindsOf(read) : () => true
  return [
    ...joinStatements(
      [...input.admission(analysis).map(each => withRefusalFix(parsed, each)), ...analysis],
      said.filter(({ finding }) => !isLeftOut(finding.message)),
      finding => fixesOf(parsed, scene, finding),
    ),
    ...findBlindSpots({ ...scene, documents: parsed.documents, lost: read.lost, shows }, parsed),
    ...unreadableStatements(read).map(({ document, why, statement }) => toUnreadable(document.id, why, statement)),
  ]
}

/** Whether the text shows something of a kind; workloads show pods. */
function kindsOf({ items }: ReadText): (kind: string) => boolean {
  const kinds = new Set(items.map(({ kind }) => kind))
  if (WORKLOADS.some(kind => kinds.has(kind))) kinds.add('Pod')
  return kind => kinds.has(kind)
}

const NO_WORDS = { errors: [], warnings: [] }

function toUnreadable(
  documentId: Diagnostic['origin']['documentId'],
  why: string,
  statement: NonNullable<Diagnostic['tool']>[number],
): Diagnostic {
  return {
    code: 'MX0005',
    severity: 'error',
    title: 'istioctl cannot read this document',
    detail: `It says so and goes on with the others: ${why}.`,
    origin: { documentId, path: [] },
    tool: [statement],
  }
}
