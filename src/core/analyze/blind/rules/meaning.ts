import { isCoveredBy, isWildcard, overlaps } from '../../../mesh/index.ts'
import { fullName } from '../../cluster/item.ts'
import type { PlacedItem } from '../../cluster/item.ts'
import { isOutside, toFullHost } from '../../istioctl/hosts.ts'
import { parseName } from '../../istioctl/rules/gateway-names.ts'
import { selectorText } from '../../cluster/select.ts'
import type { BlindFinding, BlindRule } from '../blind-rule.ts'

/** Faults that hit nobody: a share or a status is left out [C61][C67]. */
export const checkFaults: BlindRule = ({ cluster }) =>
  cluster.items('VirtualService').flatMap(about =>
    about.spec.list('http').flatMap(rule =>
      ['delay', 'abort'].flatMap((what): readonly BlindFinding[] => {
        const fault = rule.at('fault', what)
        const at = ['spec', ...fault.path]
        if (!fault.isPresent) return []
        const isEmpty =
          what === 'abort' && !['httpStatus', 'grpcStatus', 'http2Error'].some(name => fault.at(name).isPresent)
        if (isEmpty) return [{ message: 'abortWithoutError', about, values: {}, at }]
        const hasShare = fault.at('percentage').isPresent || fault.at('percent').isPresent
        return hasShare ? [] : [{ message: 'faultWithoutShare', about, values: { what }, at }]
      }),
    ),
  )

/** DestinationRules of one namespace for one host, the same pods and the same readers: others are not merged [A46]. */
export const checkRulesForHost: BlindRule = ({ cluster }) => {
  const byHost = new Map<string, PlacedItem[]>()
  for (const rule of cluster.items('DestinationRule')) {
    const selector = selectorText(rule.spec.at('workloadSelector').labels('matchLabels'))
    const readers = rule.spec.strings('exportTo').toSorted().join()
    const key = [rule.namespace, toFullHost(rule.spec.string('host') ?? '', rule.namespace), selector, readers].join(
      ' ',
    )
    const known = byHost.get(key)
    if (known) known.push(rule)
    else byHost.set(key, [rule])
  }
  return [...byHost.values()].flatMap(rules =>
    rules.slice(1).map(about => {
      const values = { host: about.spec.string('host') ?? '', names: rules.map(({ name }) => name).join(' and ') }
      return { message: 'twoRulesForHost' as const, about, values, at: ['spec', 'host'] }
    }),
  )
}

/** Hosts that none of the Gateways serves beside one that is served; istioctl is content with one. */
export const checkUnservedHosts: BlindRule = ({ cluster }) =>
  cluster.items('VirtualService').flatMap((about): readonly BlindFinding[] => {
    const hosts = about.spec.strings('hosts')
    const gateways = about.spec.strings('gateways').map(written => {
      const { namespace, name } = parseName(written, about.namespace)
      return cluster.find('Gateway', namespace, name)
    })
    // The mesh, or a Gateway of which nothing is known, may take the host.
    if (hosts.length < 2 || !gateways.every(gateway => gateway !== undefined)) return []
    const served = gateways.flatMap(({ spec }) =>
      spec.list('servers').flatMap(server => server.strings('hosts').map(host => host.replace(/^.*\//, ''))),
    )
    const isServed = (host: string): boolean => served.some(each => overlaps(each, host))
    if (!hosts.some(isServed)) return []
    const gateway = gateways.map(fullName).join(' and ')
    return hosts.flatMap((host, i) =>
      isServed(host)
        ? []
        : { message: 'unservedHost' as const, about, values: { gateway, host }, at: ['spec', 'hosts', i] },
    )
  })

/** A wildcard of one Gateway over a host of another one for the same pods and port. */
export const checkWildcardGateways: BlindRule = ({ cluster }) => {
  const wildcards: { readonly key: string; readonly host: string; readonly item: PlacedItem }[] = []
  const keyOf = (item: PlacedItem, port: number): string =>
    `${selectorText(item.spec.labels('selector'))} ${String(port)}`
  const servers = cluster
    .items('Gateway')
    .flatMap(item =>
      item.spec
        .list('servers')
        .map(server => ({ item, server, key: keyOf(item, server.at('port').number('number') ?? 0) })),
    )
  for (const { item, server, key } of servers) {
    for (const host of server.strings('hosts'))
      if (isWildcard(host) && host !== '*') wildcards.push({ key, host, item })
  }
  if (wildcards.length === 0) return []
  return servers.flatMap(({ item: about, server, key }) =>
    server.strings('hosts').flatMap((host, i): readonly BlindFinding[] => {
      const wide = isWildcard(host)
        ? undefined
        : wildcards.find(each => each.key === key && each.item !== about && isCoveredBy(host, each.host))
      if (!wide) return []
      const values = { names: `${fullName(about)} and ${fullName(wide.item)}`, host, wildcard: wide.host }
      return [{ message: 'hostUnderWildcard', about, values, at: ['spec', ...server.path, 'hosts', i] }]
    }),
  )
}

/** What istioctl and istiod's webhook look at outside subsets only. */
export const checkSubsets: BlindRule = ({ cluster, hosts }) =>
  cluster.items('DestinationRule').flatMap(about => {
    const target = hosts.find(about.spec.string('host') ?? '', about.namespace, about.spec.strings('exportTo'))
    const isPublic = target !== undefined && isOutside(target)
    return about.spec.list('subsets').flatMap((fields): readonly BlindFinding[] => {
      const subset = fields.string('name') ?? ''
      const policy = fields.at('trafficPolicy')
      const mode = policy.at('tls').string('mode') ?? ''
      const at = ['spec', ...fields.path]
      const findings: BlindFinding[] = []
      if (
        !isPublic &&
        ['SIMPLE', 'MUTUAL'].includes(mode) &&
        !policy.at('tls').string('caCertificates') &&
        policy.at('tls').boolean('insecureSkipVerify') !== true
      ) {
        findings.push({
          message: 'subsetWithoutCa',
          about,
          values: { subset, mode },
          at: [...at, 'trafficPolicy', 'tls'],
        })
      }
      if (policy.at('outlierDetection', 'consecutiveErrors').isPresent) {
        const place = [...at, 'trafficPolicy', 'outlierDetection', 'consecutiveErrors']
        findings.push({ message: 'deprecatedInSubset', about, values: { subset }, at: place })
      }
      if (Object.keys(fields.labels('labels')).length === 0 && !policy.isPresent) {
        findings.push({ message: 'subsetOfAll', about, values: { subset, host: about.spec.string('host') ?? '' }, at })
      }
      return findings
    })
  })

export const checkLeastConn: BlindRule = ({ cluster }) =>
  cluster.items('DestinationRule').flatMap(about =>
    [about.spec, ...about.spec.list('subsets')].flatMap((holder): readonly BlindFinding[] => {
      const balancer = holder.at('trafficPolicy', 'loadBalancer')
      if (balancer.string('simple') !== 'LEAST_CONN') return []
      const own = holder === about.spec ? [] : holder.path
      const at = ['spec', ...own, 'trafficPolicy', 'loadBalancer', 'simple']
      return [{ message: 'leastConn', about, values: {}, at }]
    }),
  )
