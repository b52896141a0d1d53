import { toProxyId } from '../base/ids.ts'
import type { Resource, ServiceResource, VirtualServiceResource } from '../resources/index.ts'
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
const USUAL_PORT = 80
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

type Ports = ReadonlyMap<string, number>

/** The port that a Service's callers use: its first that speaks HTTP, else its first. */
function indexPorts(resources: readonly Resource[]): Ports {
  const services = resources.filter((resource): resource is ServiceResource => resource.kind === 'Service')
  return new Map(
    services.flatMap(service => {
      const { ports } = service.spec
      const port = ports.find(({ name, appProtocol }) => /^(http|grpc)/.test(appProtocol ?? name)) ?? ports[0]
      return port ? [[serviceKey(service), port.number] as const] : []
    }),
  )
}

interface HostCalls {
  readonly host: string
  readonly port: number
  readonly requests: readonly LabelledDraft[]
}

function toClient(calls: readonly Call[], ports: Ports): Client | undefined {
  const caller = calls[0]?.caller
  if (!caller) return undefined
  const hosts = new Map<string, HostCalls>()
  for (const call of calls) {
    for (const each of hostsOf(call, ports)) if (!hosts.has(each.host)) hosts.set(each.host, each)
  }
  const classes = toClasses([...hosts.values()])
  if (classes.length === 0) return undefined
  const proxy = toProxyId(caller.name, caller.namespace)
  return { id: proxy, proxy, ratePerSecond: RATE_PER_SECOND, classes }
}

function hostsOf({ caller, target }: Call, ports: Ports): readonly HostCalls[] {
  if (target.kind === 'Service') {
    const host = nameFor(caller, target)
    const requests = [{ draft: PLAIN, label: PLAIN.path, weight: 1 }]
    return [{ host, port: ports.get(serviceKey(target)) ?? USUAL_PORT, requests }]
  }
  const requests = requestsForRules(target, caller)
  return target.spec.hosts.flatMap(host => {
    const dialled = dialledHost(host, target, caller)
    const service = toServiceName(host, target.namespace)
    const port = (service && ports.get(serviceKey(service))) ?? USUAL_PORT
    return dialled === undefined ? [] : [{ host: dialled, port, requests }]
  })
}

/** As the caller types it: short inside its own namespace; some name that a wildcard covers. */
function dialledHost(host: string, { namespace }: VirtualServiceResource, caller: Caller): string | undefined {
  const service = toServiceName(host, namespace)
  if (service) return nameFor(caller, service)
  if (host === '*') return undefined
  return host.startsWith('*.') ? `www${host.slice(1)}` : host.toLowerCase()
}

function nameFor(caller: Caller, { name, namespace }: { readonly name: string; readonly namespace: string }): string {
  return namespace === caller.namespace ? name : `${name}.${namespace}`
}

function toClasses(hosts: readonly HostCalls[]): readonly RequestClass[] {
  const classes: RequestClass[] = []
  const ids = new Set<string>()
  for (const { host, port, requests } of hosts) {
    const sum = requests.reduce((total, { weight }) => total + weight, 0)
    for (const { draft, label, weight } of requests) {
      if (classes.length >= MOST_REQUESTS) return classes
      const request = toRequest(draft, host, port)
      const named = hosts.length === 1 ? label : shorten(label === '/' ? host : `${host} ${label}`)
      const id = uniqueId(`${host} ${label}`, ids)
      classes.push({ id, label: named, weight: (100 * weight) / sum, request })
    }
  }
  return classes
}

function toRequest({ path, method, authority, port, headers, query }: Draft, host: string, usual: number): HttpRequest {
  const dialPort = port ?? usual
  const pairs = Object.entries(query).map(([name, value]) => (value === '' ? name : `${name}=${value}`))
  return {
    method,
    scheme: 'http',
    dialHost: host,
    dialPort,
    authority: authority ?? (dialPort === USUAL_PORT ? host : `${host}:${dialPort}`),
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
