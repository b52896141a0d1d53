import { createReseedable, firstNumber, mixSeed } from '../base/prng.ts'
import type { ProxyId } from '../base/ids.ts'
import { createRandomChance, createSeededChance } from '../route/index.ts'
import type { Decision, Router, Trace } from '../route/index.ts'
import type { Client, EventLog, RequestClass, RequestRecord, Traffic } from './event-log.ts'

/**
 * All requests before `untilMs`. A client's n-th request leaves at some moment of its n-th slot of 1000/rate ms, so that
 * every whole number of slots holds as many requests. Each has a seed of its own (`mixSeed(seed, client, n)`), so it can be
 * decided again alone. With the log of the same input before it, goes on from its end.
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
  const senders = traffic.clients.flatMap(
    (client, index) => createSender(mixSeed(traffic.seed, index), client, routerFor, fromMs) ?? [],
  )
  for (;;) {
    const next = earliest(senders)
    if (!next || next.atMs() >= untilMs) return { untilMs, requests }
    requests.push(next.send(requests.length + 1))
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
  /** When its next request leaves. */
  atMs(): number
  send(number: number): RequestRecord
}

/** Draws that must not say anything of each other, each from a seed of its own below the request's. */
const CLASS = 0
const MOMENT = 1

function createSender(
  clientSeed: number,
  client: Client,
  routerFor: (proxy: ProxyId) => Router,
  fromMs: number,
): Sender | undefined {
  const classes = client.classes.filter(each => each.weight > 0)
  if (client.ratePerSecond <= 0 || classes.length === 0) return undefined
  const draw = createDraw(classes)
  const dice = createReseedable()
  const chance = createRandomChance(dice.next)
  const router = routerFor(client.proxy)
  const slotMs = 1000 / client.ratePerSecond
  let n = Math.max(0, Math.floor(fromMs / slotMs) - 1)
  let seed = 0
  let atMs = -Infinity
  function advance(): void {
    n++
    seed = mixSeed(clientSeed, n)
    atMs = (n - 1 + firstNumber(mixSeed(seed, MOMENT))) * slotMs
  }
  do advance()
  while (atMs < fromMs)
  return {
    atMs: () => atMs,
    send(number) {
      const requestClass = draw(firstNumber(mixSeed(seed, CLASS)))
      dice.seed(seed)
      const decision = router.decide(requestClass.request, chance)
      const record = { number, atMs, client, requestClass, seed, decision }
      advance()
      return record
    },
  }
}

/** Clients that send at the same time do so in their order. */
function earliest(senders: readonly Sender[]): Sender | undefined {
  let first: Sender | undefined
  for (const sender of senders) if (!first || sender.atMs() < first.atMs()) first = sender
  return first
}

/** Gives the class that a number in [0, 1) falls to, by weight. */
function createDraw(classes: readonly RequestClass[]): (number: number) => RequestClass {
  let total = 0
  const ends = classes.map(({ weight }) => (total += weight))
  return number => {
    const at = number * total
    let [low, high] = [0, ends.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((ends[middle] ?? 0) <= at) low = middle + 1
      else high = middle
    }
    const drawn = classes[low]
    if (!drawn) throw new Error('a client without classes sends nothing')
    return drawn
  }
}
