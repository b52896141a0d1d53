import { toProxyId } from '../base/ids.ts'
import type { Resource } from '../resources/index.ts'
import type { Client } from '../simulate/index.ts'
import { podLabelsOf } from './assume-services.ts'
import { clientOf, nameUnder } from './assume-traffic.ts'
import type { HostCalls } from './assume-traffic.ts'
import { serviceKey } from './mesh-hosts.ts'
import { findEntries, gatewayKey, workloadsOf } from './gateway-entries.ts'
import type { GatewayEntry } from './gateway-entries.ts'
import { requestsForRules } from './requests-for-rules.ts'

/** A name that the host `*` covers. */
const ANY_NAME = 'www.example.com'

/**
 * Traffic from outside: for each gateway that a Gateway selects, requests to each host that a server and a VirtualService
 * have in common, by its rules.
 */
export function gatewayClients(resources: readonly Resource[]): readonly Client[] {
  const hosts = new Map<string, { readonly proxy: Client['proxy']; readonly calls: HostCalls[] }>()
  for (const entry of findEntries(resources)) {
    for (const workload of workloadsOf(entry.gateway, resources)) {
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
  { gateway, server, target, hosts }: GatewayEntry,
  caller: Parameters<typeof requestsForRules>[1],
): readonly HostCalls[] {
  const own = `${gateway.namespace}/${gateway.name}`
  const isMeant = (names: readonly string[]): boolean =>
    names.length === 0 || names.some(name => gatewayKey(name, target.namespace) === own)
  const requests = requestsForRules(target, caller, isMeant)
  const scheme = server.tls && /^(https|tls)$/i.test(server.port.protocol) ? 'https' : 'http'
  const port = { number: server.port.number, scheme } as const
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
