import type { Reader } from '../../../resources/index.ts'
import type { PlacedItem } from '../../cluster/item.ts'
import type { Finding, IstioctlRule } from '../finding.ts'

const REPLACEABLE = ['NETWORK_FILTER', 'HTTP_FILTER', 'VIRTUAL_HOST']
const OF_ROUTES = ['ROUTE_CONFIGURATION', 'HTTP_ROUTE']
const RELATIVE = ['INSERT_BEFORE', 'INSERT_AFTER']

/** Patches that are ignored, or depend on the order of filters; MERGE does not, to the tool. Istio, envoyfilter.EnvoyPatchAnalyzer. */
export const checkEnvoyFilters: IstioctlRule = ({ cluster }) => {
  const ofVersions = new Set<string>()
  return cluster.items('EnvoyFilter').flatMap(about => checkPatches(about, ofVersions))
}

function checkPatches(about: PlacedItem, ofVersions: Set<string>): readonly Finding[] {
  const findings: Finding[] = []
  const hasPriority = (about.spec.number('priority') ?? 0) !== 0
  for (const [i, config] of about.spec.list('configPatches').entries()) {
    if (!config.at('patch').isPresent) break
    const operation = config.at('patch').string('operation') ?? 'INVALID'
    const applyTo = config.string('applyTo') ?? 'INVALID'
    const name = nameOf(config)
    const place = { about, line: ['spec', 'configPatches', i, 'patch', 'value'], at: ['spec', 'configPatches', i] }
    const isRelative = RELATIVE.includes(operation)
    if (operation === 'ADD' && OF_ROUTES.includes(applyTo)) {
      findings.push({ message: 'addIgnored', values: { applyTo }, ...place })
    } else if (operation === 'REMOVE' && OF_ROUTES.includes(applyTo)) {
      findings.push({ message: 'removeIgnored', values: { applyTo }, ...place })
    } else if (operation === 'REPLACE' && !REPLACEABLE.includes(applyTo)) {
      findings.push({ message: 'replaceIgnored', values: { applyTo }, ...place })
    } else if ((isRelative || operation === 'REMOVE' || operation === 'REPLACE') && !hasPriority) {
      const message = ofVersions.has(name) ? 'relativeOperationOfVersion' : 'relativeOperation'
      findings.push({ message, values: { operation }, ...place })
    }
    if ((config.at('match', 'proxy').string('proxyVersion') ?? '') !== '') ofVersions.add(name)
  }
  return findings
}

/** The filter that a patch brings, or else the one that it looks for. */
function nameOf(config: Reader): string {
  const value = config.at('patch', 'value')
  if (!value.isPresent) return ''
  const name = value.string('name')
  return name === undefined
    ? (config.at('match', 'listener', 'filterChain', 'filter').string('name') ?? '')
    : `of ${name}`
}
