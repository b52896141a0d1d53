import { decodeDestination } from './decode-destination.ts'
import type { Reader } from './reader.ts'
import type { ConnectionMatch, RouteDestination, TcpRule, TlsRule } from './virtual-service-spec.ts'

/** A VirtualService's `tcp[]`. */
export function decodeTcpRule(rule: Reader): TcpRule {
  return { match: rule.list('match').map(decodeMatch), route: rule.list('route').map(decodeRoute) }
}

/** A VirtualService's `tls[]`. */
export function decodeTlsRule(rule: Reader): TlsRule {
  return {
    match: rule.list('match').map(match => ({ ...decodeMatch(match), sniHosts: match.strings('sniHosts') })),
    route: rule.list('route').map(decodeRoute),
  }
}

function decodeMatch(match: Reader): ConnectionMatch {
  return {
    destinationSubnets: match.strings('destinationSubnets'),
    port: match.number('port') || undefined,
    sourceLabels: match.labels('sourceLabels'),
    sourceNamespace: match.string('sourceNamespace') || undefined,
    gateways: match.strings('gateways'),
  }
}

function decodeRoute(route: Reader): RouteDestination {
  return { destination: decodeDestination(route.at('destination')), weight: route.number('weight') }
}
