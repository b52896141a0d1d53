import type { Statement } from '../../base/diagnostic.ts'
import { createCluster } from '../cluster/cluster.ts'
import { firstLineOf, lineAt } from '../cluster/lines.ts'
import { subjectOf } from '../cluster/item.ts'
import type { PlacedItem } from '../cluster/item.ts'
import type { ReadText } from '../cluster/place-documents.ts'
import type { Finding, Scene } from './finding.ts'
import { indexHosts } from './hosts.ts'
import { ISTIOCTL_MESSAGES } from './messages.ts'
import { ISTIOCTL_RULES } from './rules.ts'

/** A finding with what istioctl would print of it. */
export interface Said {
  readonly finding: Finding
  readonly statement: Statement
}

export interface IstioctlInput {
  readonly text: string
  readonly read: ReadText
  /** What the cluster has beside the text; nothing is said about it. */
  readonly beneath: readonly PlacedItem[]
  readonly webhook: Scene['webhook']
  readonly nowMs: number | undefined
}

const SUPPRESS = 'galley.istio.io/analyze-suppress'

/** What `istioctl analyze` says of a text once it has been applied to a cluster; equal messages are one. */
export function runIstioctl(input: IstioctlInput): { readonly said: readonly Said[]; readonly scene: Scene } {
  const { read, beneath, webhook, nowMs } = input
  const cluster = createCluster([...beneath, ...read.items])
  const scene: Scene = { cluster, hosts: indexHosts(cluster), webhook, nowMs }
  const known = new Set<string>()
  const said = ISTIOCTL_RULES.flatMap(rule => rule(scene)).flatMap(finding => {
    const statement = toStatement(finding, input)
    const key = JSON.stringify([finding.message, statement, finding.values])
    if (!statement || isSuppressed(finding, statement.code) || known.has(key)) return []
    known.add(key)
    return { finding, statement }
  })
  return { said, scene }
}

function toStatement({ message, about, line }: Finding, { text, read }: IstioctlInput): Statement | undefined {
  const { code, level } = ISTIOCTL_MESSAGES[message]
  const item = 'document' in about ? about : about.source
  const chunk = read.chunkOf(item.document)
  if (!chunk) return undefined
  const isMade = !('document' in about) && about.isMade
  const { namespace, name } = about
  const kind = 'document' in about ? about.kind : 'Pod'
  const subject = subjectOf({ kind, namespace, name })
  if (isMade) return { code, level, subject, from: subjectOf(item) }
  const found = line && lineAt(item, line, chunk, text)
  return { code, level, subject, line: found ?? firstLineOf(item, chunk, text) }
}

function isSuppressed({ about }: Finding, code: string): boolean {
  const codes = (about.annotations[SUPPRESS] ?? '').split(',')
  return codes.includes(code) || codes.includes('*')
}

/** Documents that istioctl cannot read; it says so and goes on. */
export function unreadableStatements(read: ReadText) {
  return read.unreadable.map(({ document, chunk, why }) => ({
    document,
    why,
    statement: { code: 'UNREADABLE', level: 'Error', subject: `document ${String(chunk.index)}` } satisfies Statement,
  }))
}
