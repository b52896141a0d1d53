import { fullName } from '../../cluster/item.ts'
import type { PlacedItem } from '../../cluster/item.ts'
import type { IstioctlRule } from '../finding.ts'

/**
 * Gateway rules to a host without a subset, beside rules that send it to subsets. Istio, DestinationHostAnalyzer.analyzeSubset,
 * which compares hosts as they are written and looks for the line under the rule's name.
 */
export const checkIngressSubsets: IstioctlRule = ({ cluster }) => {
  const all = cluster.items('VirtualService')
  const withSubsets = new Map<string, Set<PlacedItem>>()
  for (const item of all) {
    const own = new Set(item.spec.strings('hosts'))
    for (const { host, subset } of routesOf(item)) {
      if (subset === '' || !own.has(host)) continue
      withSubsets.set(host, (withSubsets.get(host) ?? new Set()).add(item))
    }
  }
  return all
    .filter(({ spec }) => spec.strings('gateways').length > 0)
    .flatMap(about =>
      routesOf(about)
        .filter(({ subset }) => subset === '')
        .flatMap(({ host, ruleName, i, j }) =>
          [...(withSubsets.get(host) ?? [])].map(other => ({
            message: 'subsetsNotAtGateway' as const,
            about,
            values: { own: fullName(about), other: fullName(other) },
            line: ['spec', ruleName, i, 'route', j, 'destination', 'host'],
            at: ['spec', 'http', i, 'route', j, 'destination'],
          })),
        ),
    )
}

const routesOf = ({ spec }: PlacedItem) =>
  spec.list('http').flatMap((rule, i) =>
    rule.list('route').map((route, j) => ({
      host: route.at('destination').string('host') ?? '',
      subset: route.at('destination').string('subset') ?? '',
      ruleName: rule.string('name') ?? '',
      i,
      j,
    })),
  )
