import { isHttp, parseProtocol } from '../../mesh/index.ts'
import type { BoundGateway, BoundServer } from './gateway-server.ts'
import { isHttpServer, isTlsServer, protocolOf } from './server-kind.ts'

/** A server on one of the gateway's own ports. */
export interface MergedServer {
  readonly server: BoundServer
  readonly gateway: BoundGateway
  /** Empty for what has no HTTP routes. */
  readonly routeName: string
}

/** The servers of one port of the gateway's pods, one protocol and bind address. Istio, ServerPort, MergedServers. */
export interface MergedPort {
  readonly number: number
  readonly protocol: string
  readonly bind: string
  readonly servers: MergedServer[]
  /** Of a plain HTTP port; HTTPS servers have their own. */
  routeName: string
}

export interface MergedServers {
  readonly ports: readonly MergedPort[]
  readonly byRouteName: ReadonlyMap<string, readonly MergedServer[]>
}

/**
 * Joins the servers of all Gateways that a gateway serves, oldest Gateway first. Plain HTTP servers of a port share their
 * routes, TLS servers are told apart by server name; anything else that meets on a port loses against what came first.
 * Istio, model/gateway.go, mergeGateways.
 */
export function mergeServers(
  gateways: readonly BoundGateway[],
  portsOf: (gateway: BoundGateway, port: number) => readonly number[],
): MergedServers {
  const merging = new Merging()
  for (const gateway of gateways) {
    for (const server of gateway.servers) {
      for (const port of portsOf(gateway, server.port.number)) merging.add(gateway, server, port)
    }
  }
  return { ports: merging.ports, byRouteName: merging.byRouteName }
}

class Merging {
  readonly ports: MergedPort[] = []
  readonly byRouteName = new Map<string, MergedServer[]>()
  private readonly taken = new Set<number>()
  /** The last plain-text server of a port that made an entry. */
  private readonly plainText = new Map<number, MergedPort>()
  private readonly tlsHosts = new Map<number, Map<string, string>>()

  add(gateway: BoundGateway, server: BoundServer, number: number): void {
    const routeName = routeNameOf(gateway, server, number)
    const merged: MergedServer = { server, gateway, routeName }
    const bind = server.bind ?? ''
    if (server.tls) {
      const known = this.tlsHosts.get(number) ?? new Map<string, string>()
      this.tlsHosts.set(number, known)
      if (!claimHosts(server.hosts, bind, known)) return
    }
    if (!this.taken.has(number)) {
      this.taken.add(number)
      this.open(merged, number)
      return
    }
    const current = this.plainText.get(number)
    if (current) this.join(current, merged, number)
    else if (!isTlsServer(server)) this.open(merged, number)
    else this.addTls(merged, number)
  }

  /** Beside a plain-text server: HTTP joins HTTP; another bind address makes a listener of its own. */
  private join(current: MergedPort, merged: MergedServer, number: number): void {
    const bind = merged.server.bind ?? ''
    if (current.bind !== bind) {
      const same = this.find(merged, number)
      if (!same) this.open(merged, number)
      else {
        same.routeName = merged.routeName
        same.servers.push(merged)
        this.addRoutes(merged)
      }
      return
    }
    const mayJoin = isHttp(protocolOf(merged.server)) && isHttp(parseProtocol(current.protocol))
    if (!mayJoin || merged.routeName === '') return
    current.servers.push(merged)
    this.addRoutes(merged)
  }

  /** Beside TLS servers: HTTPS needs routes of its own. */
  private addTls(merged: MergedServer, number: number): void {
    if (isHttpServer(merged.server)) {
      if (merged.routeName === '' || this.byRouteName.has(merged.routeName)) return
      this.byRouteName.set(merged.routeName, [merged])
    }
    const same = this.find(merged, number)
    if (same) same.servers.push(merged)
    else this.ports.push(portOf(merged, number, ''))
  }

  private open(merged: MergedServer, number: number): void {
    const port = portOf(merged, number, merged.routeName)
    if (!isTlsServer(merged.server)) this.plainText.set(number, port)
    if (isHttpServer(merged.server)) this.byRouteName.set(merged.routeName, [merged])
    this.ports.push(port)
  }

  private find({ server }: MergedServer, number: number): MergedPort | undefined {
    const [protocol, bind] = [server.port.protocol, server.bind ?? '']
    return this.ports.find(port => port.number === number && port.protocol === protocol && port.bind === bind)
  }

  private addRoutes(merged: MergedServer): void {
    const found = this.byRouteName.get(merged.routeName)
    if (found) found.push(merged)
    else this.byRouteName.set(merged.routeName, [merged])
  }
}

function portOf(merged: MergedServer, number: number, routeName: string): MergedPort {
  const { port, bind } = merged.server
  return { number, protocol: port.protocol, bind: bind ?? '', servers: [merged], routeName }
}

/** Takes all of a TLS server's hosts on a port, or none where one is taken already. Istio, CheckDuplicates. */
export function claimHosts(hosts: readonly string[], bind: string, known: Map<string, string>): boolean {
  if (hosts.some(host => known.get(host) === bind)) return false
  for (const host of hosts) known.set(host, bind)
  return true
}

/** `http.8080` by the pods' port, `https.443.name.gateway.namespace` by the Gateway's. Istio, gatewayRDSRouteName. */
function routeNameOf(gateway: BoundGateway, server: BoundServer, number: number): string {
  const bind = server.bind === undefined ? '' : `.${server.bind}`
  const protocol = protocolOf(server)
  if (isHttp(protocol)) return `http.${String(number)}${bind}`
  if (protocol === 'HTTPS' && isHttpServer(server)) {
    const { port } = server
    return `https.${String(port.number)}.${port.name}.${gateway.name}.${gateway.namespace}${bind}`
  }
  return ''
}
