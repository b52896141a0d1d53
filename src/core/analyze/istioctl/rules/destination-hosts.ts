import type { PlacedItem } from '../../cluster/item.ts'
import { destinationsOf, pathInSpec } from '../destinations.ts'
import type { Finding, IstioctlRule } from '../finding.ts'
import type { HostIndex } from '../hosts.ts'

/** Hosts and ports of destinations. Istio, virtualservice.DestinationHostAnalyzer. */
export const checkDestinationHosts: IstioctlRule = ({ cluster, hosts }) =>
  cluster.items('VirtualService').flatMap(about =>
    destinationsOf(about).flatMap((destination): readonly Finding[] => {
      const { host, fields, line, isMirror, isSingleMirror } = destination
      const target = hosts.find(host, about.namespace, about.spec.strings('exportTo'))
      const path = pathInSpec(fields)
      if (!target)
        return [
          {
            message: isMirror ? 'mirrorHostNotFound' : 'hostNotFound',
            about,
            values: { host },
            line,
            at: [...path, 'host'],
          },
        ]
      // A port of mirrors is looked up by the rule's word, of which only `http.mirror` leads somewhere.
      const place = { about, at: [...path, 'port'], ...((isSingleMirror || !isMirror) && { line }) }
      if (!fields.at('port').isPresent) {
        if (target.ports.length < 2) return []
        const needless = isHadByAll(dialledPorts(about, hosts), target.ports) && { needless: KEPT_PORT }
        return [
          {
            message: 'portSelectorRequired',
            values: { host, ports: target.ports.join(' ') },
            ...place,
            at: [...path, 'host'],
            ...needless,
          },
        ]
      }
      const port = fields.at('port').number('number') ?? 0
      return target.ports.includes(port) ? [] : [{ message: 'portNotFound', values: { host, port }, ...place }]
    }),
  )

const KEPT_PORT = 'Whatever port of these hosts is dialled, the destination has it too, so it is kept.'

/** Ports at which sidecars ask for a rule's hosts; undefined: not known, as at gateways and of hosts that are nowhere. */
function dialledPorts({ spec, namespace }: PlacedItem, hosts: HostIndex): readonly number[] | undefined {
  if (spec.strings('gateways').some(gateway => gateway !== 'mesh')) return undefined
  const targets = spec.strings('hosts').map(host => hosts.find(host, namespace, spec.strings('exportTo')))
  return targets.includes(undefined) ? undefined : targets.flatMap(target => target?.ports ?? [])
}

/** A sidecar keeps the port that was dialled where none is named. Istio, GetDestinationCluster [A56] [A57]. */
const isHadByAll = (dialled: readonly number[] | undefined, own: readonly number[]): boolean =>
  dialled !== undefined && dialled.length > 0 && dialled.every(port => own.includes(port))
