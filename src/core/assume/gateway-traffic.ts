import { toProxyId } from '../base/ids.ts'
import type { Resource } from '../resources/index.ts'
import type { Client } from '../simulate/index.ts'
import { podLabelsOf } from './assume-services.ts'
import { clientOf, nameUnder } from './assume-traffic.ts'
import type { HostCalls } from './assume-traffic.ts'
import { serviceKey } from './mesh-hosts.ts'
import { PLAIN } from './draft-request.ts'
import { findEntries } from './gateway-entries.ts'
import type { GatewayEntry } from './gateway-entries.ts'
import { findKubernetesEntries } from './kubernetes-gateway-entries.ts'
import { requestsForRules } from './requests-for-rules.ts'

/** A name that the host `*` covers. */
const ANY_NAME = 'www.example.com'

/**
 * Traffic from outside: for each gateway that a Gateway selects, requests to each host that a server and a VirtualService
 * (or a listener and an HTTPRoute) have in common, by its rules. A Gateway to which nothing is bound is asked for its hosts.
 */
export function gatewayClients(resources: readonly Resource[]): GatewayClients {
  const entries = [...findEntries(resources), ...findKubernetesEntries(resources)]
  const bound = clientsOf(entries.filter(({ target }) => target !== undefined))
  const known = new Set(bound.map(({ proxy }) => proxy))
  const unbound = clientsOf(entries.filter(({ target }) => target === undefined))
  return {
    bound,
    unbound: unbound.filter(({ proxy }) => !known.has(proxy)),
    workloads: new Set(entries.flatMap(({ workloads }) => workloads.map(serviceKey))),
  }
}

export interface GatewayClients {
  readonly bound: readonly Client[]
  /** Of gateways to which nothing is bound. */
  readonly unbound: readonly Client[]
  /** `ns/name` of what serves Gateways. */
  readonly workloads: ReadonlySet<string>
}

function clientsOf(entries: readonly GatewayEntry[]): readonly Client[] {
  const hosts = new Map<string, { readonly proxy: Client['proxy']; readonly calls: HostCalls[] }>()
  for (const entry of entries) {
    for (const workload of entry.workloads) {
      const key = serviceKey(workload)
      const known = hosts.get(key) ?? { proxy: toProxyId(workload.name, workload.namespace), calls: [] }
      hosts.set(key, known)
      const caller = { ...workload, labels: podLabelsOf(workload), exists: true }
      for (const call of callsOf(entry, caller)) join(known.calls, call)
    }
  }
  return [...hosts.values()].flatMap(({ proxy, calls }) => clientOf(proxy, calls) ?? [])
}

function callsOf(
  { port, target, hosts, isMeant }: GatewayEntry,
  caller: Parameters<typeof requestsForRules>[1],
): readonly HostCalls[] {
  const requests = target ? requestsForRules(target, caller, isMeant) : [{ draft: PLAIN, label: PLAIN.path, weight: 1 }]
  return hosts.map(host => ({ host: nameUnder(host) ?? ANY_NAME, port, requests }))
}

/** VirtualServices of one host are merged at a gateway, and so are their requests. */
function join(calls: HostCalls[], call: HostCalls): void {
  const i = calls.findIndex(({ host, port }) => host === call.host && port.number === call.port.number)
  const known = calls[i]
  if (!known) {
    calls.push(call)
    return
  }
  const labels = new Set(known.requests.map(({ label }) => label))
  calls[i] = { ...known, requests: [...known.requests, ...call.requests.filter(({ label }) => !labels.has(label))] }
}
