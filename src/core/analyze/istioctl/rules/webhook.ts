import type { Finding, IstioctlRule } from '../finding.ts'
import type { PlacedItem } from '../../cluster/item.ts'
import type { Path } from '../../../base/origin.ts'

const KINDS = [
  ...['VirtualService', 'DestinationRule', 'Gateway', 'Sidecar', 'ServiceEntry', 'WorkloadEntry', 'WorkloadGroup'],
  ...['EnvoyFilter', 'ProxyConfig', 'AuthorizationPolicy', 'PeerAuthentication', 'RequestAuthentication'],
  ...['Telemetry', 'WasmPlugin'],
]

/** What istiod's webhook would say to each of Istio's kinds. Istio, schema.ValidationAnalyzer. */
export const checkWebhook: IstioctlRule = ({ cluster, webhook }) =>
  KINDS.flatMap(kind =>
    cluster.items(kind).flatMap(about => {
      const { errors, warnings } = webhook(about.node)
      return [
        ...errors
          .filter(({ message }) => message !== EMPTY_MAP)
          .map(({ path, message }) => toFinding(about, 'schemaError', path, message)),
        ...warnings.map(({ path, message }) => toWarning(about, path, message)),
      ]
    }),
  )

/** An empty map is lost on the way to the tool's check. */
const EMPTY_MAP = 'port level mTLS, if defined, must have at least one element'

const toFinding = (about: PlacedItem, message: 'schemaError' | 'schemaWarning', at: Path, said: string): Finding => ({
  message,
  about,
  values: { name: about.name || `this ${about.kind}`, message: said },
  at,
})

/** A rule's number as all of our words have it, where its place tells; the tool has its name, or `#1` of the second. */
function numberOf(rule: string, at: Path): string | number {
  const index = at[at.indexOf('http') + 1]
  return at.includes('http') && typeof index === 'number' ? index + 1 : rule
}

/** Rules and matches that are not used have codes of their own. Istio, morePreciseMessage. */
function toWarning(about: PlacedItem, at: Path, said: string): Finding {
  const covered =
    /^virtualService rule (.+?) match (.+) is not used \((duplicate\/overlapping match in rule .*)\)$/s.exec(said)
  if (covered) {
    const [, rule = '', match = '', reason = ''] = covered
    return { message: 'ineffectiveMatch', about, values: { rule, number: numberOf(rule, at), match, reason }, at }
  }
  const unused = /^virtualService rule (.+?) not used \((.*)\)$/s.exec(said)
  if (unused) {
    const [, rule = '', reason = ''] = unused
    return { message: 'unreachableRule', about, values: { rule, number: numberOf(rule, at), reason }, at }
  }
  const isAboutAll = about.kind === 'EnvoyFilter' && said.startsWith('EnvoyFilter exposes')
  const needless = { needless: 'istioctl says it of every EnvoyFilter; nothing is wrong with this one by that.' }
  return { ...toFinding(about, 'schemaWarning', at, said), ...(isAboutAll && needless) }
}
