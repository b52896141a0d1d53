import { createPrng, mixSeed } from '../base/prng.ts'
import type { ProxyId } from '../base/ids.ts'
import { createSeededChance } from '../route/index.ts'
import type { Decision, Router, Trace } from '../route/index.ts'
import type { Client, EventLog, RequestClass, RequestRecord, Traffic } from './event-log.ts'

/**
 * All requests up to `untilMs`. Clients send evenly, the first one interval after 0; each request has a seed of its own
 * (`mixSeed(seed, client, n)`), so it can be decided again alone. With the log of the same input before it, goes on
 * from its end.
 */
export function simulate(
  traffic: Traffic,
  routerFor: (proxy: ProxyId) => Router,
  untilMs: number,
  previous?: EventLog,
): EventLog {
  const fromMs = previous?.untilMs ?? 0
  if (previous && untilMs <= fromMs) return previous
  const requests: RequestRecord[] = previous ? [...previous.requests] : []
  const senders = traffic.clients.flatMap((client, index) => createSender(traffic.seed, client, index, fromMs) ?? [])
  for (;;) {
    const next = earliest(senders)
    if (!next || next.atMs() > untilMs) return { untilMs, requests }
    requests.push(next.send(requests.length + 1, routerFor))
  }
}

/** Decides a recorded request again, with every step of the way. */
export function explainRecord(
  record: RequestRecord,
  routerFor: (proxy: ProxyId) => Router,
): { readonly decision: Decision; readonly trace: Trace } {
  return routerFor(record.client.proxy).explain(record.requestClass.request, createSeededChance(record.seed))
}

interface Sender {
  atMs(): number
  send(number: number, routerFor: (proxy: ProxyId) => Router): RequestRecord
}

function createSender(seed: number, client: Client, index: number, fromMs: number): Sender | undefined {
  const total = client.classes.reduce((sum, each) => sum + Math.max(0, each.weight), 0)
  if (client.ratePerSecond <= 0 || total <= 0) return undefined
  const at = (n: number): number => (n * 1000) / client.ratePerSecond
  const clientSeed = mixSeed(seed, index)
  let n = Math.max(0, Math.floor((fromMs * client.ratePerSecond) / 1000) - 1)
  while (at(n + 1) <= fromMs) n++
  return {
    atMs: () => at(n + 1),
    send(number, routerFor) {
      n++
      const requestSeed = mixSeed(clientSeed, n)
      const requestClass = drawClass(client, total, mixSeed(requestSeed, 0))
      const decision = routerFor(client.proxy).decide(requestClass.request, createSeededChance(requestSeed))
      return { number, atMs: at(n), client, requestClass, seed: requestSeed, decision }
    },
  }
}

/** Clients that send at the same time do so in their order. */
function earliest(senders: readonly Sender[]): Sender | undefined {
  let first: Sender | undefined
  for (const sender of senders) if (!first || sender.atMs() < first.atMs()) first = sender
  return first
}

function drawClass(client: Client, total: number, seed: number): RequestClass {
  let left = createPrng(seed)() * total
  const possible = client.classes.filter(each => each.weight > 0)
  for (const requestClass of possible) {
    left -= requestClass.weight
    if (left < 0) return requestClass
  }
  const last = possible.at(-1)
  if (!last) throw new Error('a client without classes sends nothing')
  return last
}
