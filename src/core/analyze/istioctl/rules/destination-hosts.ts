import { destinationsOf, pathInSpec } from '../destinations.ts'
import type { Finding, IstioctlRule } from '../finding.ts'

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
        return [{ message: 'portSelectorRequired', values: { host, ports: target.ports.join(' ') }, ...place }]
      }
      const port = fields.at('port').number('number') ?? 0
      return target.ports.includes(port) ? [] : [{ message: 'portNotFound', values: { host, port }, ...place }]
    }),
  )
