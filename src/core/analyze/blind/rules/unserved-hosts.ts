import { overlaps } from '../../../mesh/index.ts'
import { fullName } from '../../cluster/item.ts'
import { parseName } from '../../istioctl/rules/gateway-names.ts'
import type { BlindFinding, BlindRule } from '../blind-rule.ts'

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
