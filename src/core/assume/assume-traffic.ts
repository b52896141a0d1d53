import { toProxyId } from '../base/ids.ts'
import type { Resource, VirtualServiceResource } from '../resources/index.ts'
import type { HttpRequest } from '../route/index.ts'
import type { Client, RequestClass, Traffic } from '../simulate/index.ts'
import type { Call, Caller } from './callers.ts'
import { PLAIN } from './draft-request.ts'
import type { Draft } from './draft-request.ts'
import { serviceKey, toServiceName } from './mesh-hosts.ts'
import { requestsForRules, shorten } from './requests-for-rules.ts'
import type { LabelledDraft } from './requests-for-rules.ts'

const SEED = 42
const RATE_PER_SECOND = 50
const USUAL_PORT: UsualPort = { number: 80, scheme: 'http' }
/** One client's requests; a text with more hosts than these is looked at in parts. */
const MOST_REQUESTS = 500

/** Traffic of a plan of calls: each caller sends each host it calls a request per rule and one for the rest. */
export function assumeTraffic(calls: readonly Call[], resources: readonly Resource[]): Traffic {
  const byCaller = new Map<string, Call[]>()
  for (const call of calls) {
    const key = serviceKey(call.caller)
    const known = byCaller.get(key)
    if (known) known.push(call)
    else byCaller.set(key, [call])
  }
  const ports = indexPorts(resources)
  const clients = [...byCaller.values()].flatMap(calls => toClient(calls, ports) ?? [])
  return { seed: SEED, clients }
}

export interface UsualPort {
  readonly number: number
  readonly scheme: 'http' | 'https'
}

/** By a Service's namespace and name, or a ServiceEntry's host. */
type Ports = ReadonlyMap<string, UsualPort>

const TLS = /^(tls|https)$/i

/** The port that callers use: a Service's or a ServiceEntry's first that speaks HTTP, else its first. */
function indexPorts(resources: readonly Resource[]): Ports {
  const ports = new Map<string, UsualPort>()
  for (const resource of resources) {
    if (resource.kind === 'Service') {
      const all = resource.spec.ports
      const port = all.find(({ name, appProtocol }) => /^(http|grpc)/.test(appProtocol ?? name)) ?? all[0]
      if (port) ports.set(serviceKey(resource), { number: port.number, scheme: 'http' })
    } else if (resource.kind === 'ServiceEntry') {
      const all = resource.spec.ports
      const port = all.find(({ protocol }) => /^(http2?|grpc.*)$/i.test(protocol)) ?? all[0]
      if (!port) continue
      const scheme = TLS.test(port.protocol) ? 'https' : 'http'
      for (const host of resource.spec.hosts) ports.set(host.toLowerCase(), { number: port.number, scheme })
    }
  }
  return ports
}

export interface HostCalls {
  readonly host: string
  readonly port: UsualPort
  readonly requests: readonly LabelledDraft[]
}

function toClient(calls: readonly Call[], ports: Ports): Client | undefined {
  const caller = calls[0]?.caller
  if (!caller) return undefined
  const hosts = new Map<string, HostCalls>()
  for (const call of calls) {
    for (const each of hostsOf(call, ports)) if (!hosts.has(each.host)) hosts.set(each.host, each)
  }
  return clientOf(toProxyId(caller.name, caller.namespace), [...hosts.values()])
}

/** What one client sends; undefined where that is nothing. */
export function clientOf(proxy: Client['proxy'], hosts: readonly HostCalls[]): Client | undefined {
  const classes = toClasses(hosts)
  return classes.length === 0 ? undefined : { id: proxy, proxy, ratePerSecond: RATE_PER_SECOND, classes }
}

function hostsOf({ caller, target }: Call, ports: Ports): readonly HostCalls[] {
  if (target.kind === 'Service') {
    const host = nameFor(caller, target)
    const requests = [{ draft: PLAIN, label: PLAIN.path, weight: 1 }]
    return [{ host, port: ports.get(serviceKey(target)) ?? USUAL_PORT, requests }]
  }
  if (target.kind === 'ServiceEntry') {
    const requests = [{ draft: PLAIN, label: PLAIN.path, weight: 1 }]
    return target.spec.hosts.flatMap(host => {
      const dialled = nameUnder(host)
      const port = ports.get(host.toLowerCase()) ?? USUAL_PORT
      return dialled === undefined ? [] : [{ host: dialled, port, requests }]
    })
  }
  const requests = requestsForRules(target, caller)
  return target.spec.hosts.flatMap(host => {
    const dialled = dialledHost(host, target, caller)
    const service = toServiceName(host, target.namespace)
    const own = ports.get(host.toLowerCase())
    const port = (service && ports.get(serviceKey(service))) ?? own ?? USUAL_PORT
    return dialled === undefined ? [] : [{ host: dialled, port, requests }]
  })
}

/** As the caller types it: short inside its own namespace; some name that a wildcard covers. */
function dialledHost(host: string, { namespace }: VirtualServiceResource, caller: Caller): string | undefined {
  const service = toServiceName(host, namespace)
  return service ? nameFor(caller, service) : nameUnder(host)
}

/** Some name that a host covers; undefined for `*`. */
export function nameUnder(host: string): string | undefined {
  if (host === '*') return undefined
  return host.startsWith('*.') ? `www${host.slice(1)}` : host.toLowerCase()
}

function nameFor(caller: Caller, { name, namespace }: { readonly name: string; readonly namespace: string }): string {
  return namespace === caller.namespace ? name : `${name}.${namespace}`
}

function toClasses(hosts: readonly HostCalls[]): readonly RequestClass[] {
  const classes: RequestClass[] = []
  const ids = new Set<string>()
  const isAlone = new Set(hosts.map(({ host }) => host)).size === 1
  const isOnce = (name: string): boolean => hosts.filter(({ host }) => host === name).length === 1
  for (const { host, port, requests } of hosts) {
    const way = port.scheme === 'https' ? 'https' : `:${port.number}`
    const called = isOnce(host) ? host : isAlone ? way : `${way} ${host}`
    const sum = requests.reduce((total, { weight }) => total + weight, 0)
    for (const { draft, label, weight } of requests) {
      if (classes.length >= MOST_REQUESTS) return classes
      const request = toRequest(draft, host, port)
      const named = hosts.length === 1 ? label : shorten(label === '/' ? called : `${called} ${label}`)
      const id = uniqueId(`${host} ${label}`, ids)
      classes.push({ id, label: named, weight: (100 * weight) / sum, request })
    }
  }
  return classes
}

function toRequest(
  { path, method, authority, port, headers, query }: Draft,
  host: string,
  usual: UsualPort,
): HttpRequest {
  const dialPort = port ?? usual.number
  const scheme = dialPort === usual.number ? usual.scheme : 'http'
  const isSchemes = dialPort === (scheme === 'https' ? 443 : 80)
  const pairs = Object.entries(query).map(([name, value]) => (value === '' ? name : `${name}=${value}`))
  return {
    method,
    scheme,
    dialHost: host,
    dialPort,
    authority: authority ?? (isSchemes ? host : `${host}:${dialPort}`),
    path: pairs.length > 0 ? `${path}?${pairs.join('&')}` : path,
    headers: new Map(Object.entries(headers)),
  }
}

function uniqueId(wanted: string, taken: Set<string>): string {
  let id = wanted
  for (let n = 2; taken.has(id); n++) id = `${wanted} #${n}`
  taken.add(id)
  return id
}
