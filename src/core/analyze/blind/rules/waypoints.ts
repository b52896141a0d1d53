import type { BlindFinding, BlindRule } from '../blind-rule.ts'

const USE_WAYPOINT = 'istio.io/use-waypoint'

/** Waypoints that are not there. A text without Gateways may leave them out. */
export const checkWaypoints: BlindRule = ({ cluster, shows }) =>
  ['Namespace', 'Service', 'ServiceEntry', 'Pod'].flatMap(kind =>
    cluster.items(kind).flatMap((about): readonly BlindFinding[] => {
      const waypoint = about.labels[USE_WAYPOINT]
      if (!waypoint || waypoint === 'none') return []
      const own = about.namespace || about.name
      const namespace = about.labels['istio.io/use-waypoint-namespace'] ?? own
      if (cluster.find('KubernetesGateway', namespace, waypoint)) return []
      const isLeftOut = !shows('KubernetesGateway')
      return [
        {
          message: 'missingWaypoint',
          about,
          values: { waypoint },
          at: ['metadata', 'labels', USE_WAYPOINT],
          isLeftOut,
        },
      ]
    }),
  )
