import type { ProxyId } from '../base/ids.ts'
import type { HttpRequest } from '../route/index.ts'
import type { Client, RequestClass, Traffic } from '../simulate/index.ts'
import { scalar } from './write-yaml.ts'

/** YAML of a Scenario with this traffic, and what is said of workloads; clients of `gateways` call from outside. */
export function writeScenario(
  { seed, clients }: Traffic,
  gateways: ReadonlySet<ProxyId>,
  workloads: readonly string[] = [],
): string {
  return [
    'apiVersion: meshscope/v1',
    'kind: Scenario',
    'metadata:',
    '  name: traffic',
    'spec:',
    `  seed: ${seed}`,
    '  clients:',
    ...clients.flatMap(client => writeClient(client, gateways.has(client.proxy))),
    ...(workloads.length === 0 ? [] : ['  workloads:', ...workloads.map(entry => `  - ${entry}`)]),
    '',
  ].join('\n')
}

function writeClient(client: Client, isGateway: boolean): readonly string[] {
  const { proxy, classes } = client
  const [only] = classes
  const shares = toShares(classes)
  const requests =
    only && classes.length === 1
      ? writeRequest(only.request).map(line => `    ${line}`)
      : ['    requests:', ...classes.flatMap((one, i) => writeClass(one, shares[i] ?? 1))]
  const load = writeLoad(client).map(line => `    ${line}`)
  return [`  - ${isGateway ? 'gateway' : 'from'}: ${nameOf(proxy)}`, ...load, ...requests]
}

function writeLoad({ ratePerSecond, load, patienceMs }: Client): readonly string[] {
  const patience = time('patience', patienceMs)
  if (!load || load.kind === 'burst') return [`rate: ${ratePerSecond}/s`, ...patience]
  const count = load.count === undefined ? [] : [`count: ${load.count}`]
  return [
    ...(load.kind === 'rate'
      ? [`rate: ${load.perSecond}/s`]
      : [`concurrency: ${load.concurrency}`, ...time('pause', load.pauseMs)]),
    ...time('start', load.startMs),
    ...time('end', load.endMs),
    ...count,
    ...patience,
  ]
}

const time = (field: string, ms: number | undefined): readonly string[] =>
  ms === undefined ? [] : [`${field}: ${ms}ms`]

function writeClass({ label, request }: RequestClass, share: number): readonly string[] {
  const lines = [`share: ${share}`, ...writeRequest(request)]
  return [`    - label: ${scalar(label)}`, ...lines.map(line => `      ${line}`)]
}

function writeRequest(request: HttpRequest): readonly string[] {
  const { method, headers, authority } = request
  const { url, host } = urlOf(request)
  const all = [...(authority === host ? [] : [['host', authority] as const]), ...headers]
  return [
    `url: ${scalar(url)}`,
    ...(method === 'GET' ? [] : [`method: ${method}`]),
    ...(all.length === 0 ? [] : ['headers:', ...all.map(([name, value]) => `  ${scalar(name)}: ${scalar(value)}`)]),
  ]
}

/** The URL, and the Host header that goes with it unless another is given. */
function urlOf({ scheme, dialHost, dialPort, path }: HttpRequest): { readonly url: string; readonly host: string } {
  const name = dialHost.includes(':') ? `[${dialHost}]` : dialHost
  const host = dialPort === (scheme === 'https' ? 443 : 80) ? name : `${name}:${dialPort}`
  return { url: `${scheme}://${host}${path.replace(/[#\s]/g, encodeURIComponent)}`, host }
}

const nameOf = (proxy: ProxyId): string =>
  scalar(proxy.endsWith('.default') ? proxy.slice(0, -'.default'.length) : proxy)

const MOST_SHARE = 10_000

/** Weights as whole numbers where that can be done without changing what they say to each other. */
function toShares(classes: readonly RequestClass[]): readonly number[] {
  const weights = classes.map(({ weight }) => weight)
  const least = Math.min(...weights.filter(weight => weight > 0))
  for (let times = 1; times <= 100; times++) {
    const shares = weights.map(weight => (weight / least) * times)
    if (Math.max(...shares) > MOST_SHARE) break
    if (shares.every(share => Math.abs(share - Math.round(share)) < 1e-6)) return shares.map(Math.round)
  }
  return weights.map(weight => Number(weight.toPrecision(8)))
}
