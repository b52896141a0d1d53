import { RE2JS } from 're2js'
import type { Reader, YamlNode } from '../../resources/index.ts'
import { NEW_FILTER_NAMES } from './filter-names.ts'
import { quote } from './names.ts'
import type { Report } from './report.ts'
import { checkSelectorLabel } from './check-sidecar.ts'

const EXPOSED =
  'EnvoyFilter exposes internal implementation details that may change at any time. Prefer other APIs if possible, and exercise extreme caution, especially around upgrades.'
const MANAGER = 'envoy.filters.network.http_connection_manager'
const OF_LISTENERS = ['LISTENER', 'FILTER_CHAIN', 'NETWORK_FILTER', 'HTTP_FILTER']
const OF_ROUTES = ['ROUTE_CONFIGURATION', 'VIRTUAL_HOST', 'HTTP_ROUTE']

/** Istio, validation/envoyfilter, ValidateEnvoyFilter; of Envoy's own types only those that are named are looked at. */
export function checkEnvoyFilter(spec: Reader, report: Report): void {
  report.warning(spec, EXPOSED)
  const selector = spec.at('workloadSelector')
  const labels = Object.entries(selector.labels('labels'))
  for (const [key, value] of labels) checkSelectorLabel(selector.at('labels', key), key, value, report)
  if (report.errors.length > 0) return
  if (selector.isPresent && labels.length === 0) {
    const rest = 'will be applied to all services in namespace'
    report.warning(selector, `Envoy filter: workload selector specified without labels, ${rest}`)
  }
  for (const patch of spec.list('configPatches')) checkPatch(patch, report)
}

function checkPatch(config: Reader, report: Report): void {
  const applyTo = config.string('applyTo') ?? 'INVALID'
  const patch = config.at('patch')
  const operation = patch.string('operation') ?? 'INVALID'
  const value = patch.at('value')
  const reason = !config.isPresent
    ? 'null config patch'
    : applyTo === 'INVALID'
      ? 'missing applyTo'
      : !patch.isPresent
        ? 'missing patch'
        : operation === 'INVALID'
          ? 'missing patch operation'
          : operation !== 'REMOVE' && !value.isPresent
            ? 'missing patch value for non-remove operation'
            : checkMatch(config.at('match'), applyTo, report)
  if (reason !== undefined) report.error(config, `Envoy filter: ${reason}`)
  else if (value.isPresent) checkValue(value, applyTo, report)
}

/** What ends the patch's examination; what does not is reported at once. */
function checkMatch(match: Reader, applyTo: string, report: Report): string | undefined {
  const version = match.at('proxy').string('proxyVersion') ?? ''
  if (version !== '' && !compiles(version)) return `invalid regex for proxy version, [${version}]`
  const kind = ['listener', 'routeConfiguration', 'cluster'].find(name => match.at(name).isPresent)
  if (OF_LISTENERS.includes(applyTo)) {
    if (kind !== undefined && kind !== 'listener') {
      return 'applyTo for listener class objects cannot have non listener match'
    }
    return checkFilter(match.at('listener', 'filterChain', 'filter'), applyTo, report)
  }
  if (OF_ROUTES.includes(applyTo) && kind !== undefined && kind !== 'routeConfiguration') {
    report.error(match, 'Envoy filter: applyTo for http route class objects cannot have non route configuration match')
  }
  if (applyTo === 'CLUSTER' && kind !== undefined && kind !== 'cluster') {
    report.error(match, 'Envoy filter: applyTo for cluster class objects cannot have non cluster match')
  }
  return undefined
}

function checkFilter(filter: Reader, applyTo: string, report: Report): string | undefined {
  if (!filter.isPresent) return undefined
  if (applyTo === 'LISTENER' || applyTo === 'FILTER_CHAIN') {
    report.warning(filter, `Envoy filter: filter match has no effect when used with ${applyTo}`)
  }
  const name = filter.string('name') ?? ''
  const sub = filter.at('subFilter')
  if (name === '') return 'filter match has no name to match on'
  if (sub.isPresent) {
    if (applyTo !== 'HTTP_FILTER') return 'subfilter match can be used with applyTo HTTP_FILTER only'
    if (name !== MANAGER && name !== 'envoy.http_connection_manager') {
      return `subfilter match requires filter match with ${MANAGER}`
    }
    if (!sub.string('name')) return 'subfilter match has no name to match on'
  }
  for (const at of [filter, sub]) {
    const old = at.string('name') ?? ''
    const now = NEW_FILTER_NAMES.get(old)
    if (now !== undefined) report.warning(at, `using deprecated filter name ${quote(old)}; use ${quote(now)} instead`)
  }
  return undefined
}

function compiles(expression: string): boolean {
  try {
    RE2JS.compile(expression)
    return true
  } catch {
    return false
  }
}

const TYPED = ['typed_config', 'typedConfig', 'config_discovery', 'configDiscovery']
const WITH_TYPE = ['NETWORK_FILTER', 'HTTP_FILTER', 'LISTENER_FILTER', 'EXTENSION_CONFIG']

function checkValue(value: Reader, applyTo: string, report: Report): void {
  const unknown = typesIn(value.node).find(type => !isKnown(type))
  if (unknown !== undefined) {
    const hint = unknown.includes('.v2.') ? ' (hint: try using the v3 XDS API)' : ''
    const what = `Envoy filter: could not resolve Any message type: ${unknown}`
    report.error(value, `referenced type unknown${hint}: ${what}`)
    return
  }
  const sockets = ['transport_socket', 'transportSocket'].map(name => value.at(name))
  const untyped = [...(WITH_TYPE.includes(applyTo) ? [value] : []), ...sockets]
    .filter(each => each.isPresent && !TYPED.some(name => each.at(name).isPresent))
    .map(each => each.string('name') ?? '')
  if (untyped.length > 0) {
    report.warning(value, `using deprecated types by name without typed_config; ${untyped.join(', ')}`)
  }
}

/** Every `@type` of a value. */
function typesIn(node: YamlNode | undefined): readonly string[] {
  if (node?.kind === 'list') return node.items.flatMap(typesIn)
  if (node?.kind !== 'map') return []
  return node.entries.flatMap(({ key, value }) =>
    key === '@type' && value.kind === 'scalar' ? [String(value.value)] : typesIn(value),
  )
}

/** Types that come with istiod: those of Envoy's third API, of its neighbours, and Istio's own. */
function isKnown(url: string): boolean {
  const type = url.slice(url.lastIndexOf('/') + 1)
  return (
    /^(envoy\..*\.v\d+(alpha\d*|beta\d*)?\.(.*\.)?\w+|udpa\.|xds\.|google\.(protobuf|rpc|api)\.|istio\.|stats\.)/.test(
      type,
    ) && !type.includes('.v2.')
  )
}
