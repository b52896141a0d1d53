import { findKind, KIND_KEYS } from '../../../admission/index.ts'
import { Reader } from '../../../resources/index.ts'
import { findSimilar } from '../../../base/similar-name.ts'
import type { BlindFinding, BlindRule } from '../blind-rule.ts'

const GROUPS = /^(networking|security|telemetry|extensions)\.istio\.io$|^gateway\.networking\.k8s\.io$/

/** Documents that nobody reads: kinds and versions that there are not, and what stands behind a separator with a comment. */
export const checkSkipped: BlindRule = ({ documents, lost }) => [
  ...lost.map(about => ({ message: 'lostDocument' as const, about, values: {}, at: [] })),
  ...documents.flatMap((about): readonly BlindFinding[] => {
    const fields = new Reader(about.root)
    const [apiVersion, kind] = [fields.string('apiVersion'), fields.string('kind')]
    if (apiVersion === undefined || kind === undefined || findKind(apiVersion, kind)) return []
    const group = apiVersion.slice(0, Math.max(0, apiVersion.indexOf('/')))
    if (!GROUPS.test(group) || kind.endsWith('List')) return []
    const kinds = KIND_KEYS.flatMap(key => (key.startsWith(`${group}/`) ? [key.slice(group.length + 1)] : []))
    if (kinds.includes(kind))
      return [{ message: 'unknownVersion', about, values: { apiVersion, kind }, at: ['apiVersion'] }]
    const meant = findSimilar(kind, kinds)
    return meant === undefined ? [] : [{ message: 'misspeltKind', about, values: { kind, meant }, at: ['kind'] }]
  }),
]
