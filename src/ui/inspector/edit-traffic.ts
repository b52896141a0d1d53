import type { Client, RequestClass, Traffic } from '../../core/simulate/index.ts'
import type { HttpRequest } from '../../core/route/index.ts'

const changeClient = (traffic: Traffic, id: string, change: (client: Client) => Client): Traffic => ({
  ...traffic,
  clients: traffic.clients.map(client => (client.id === id ? change(client) : client)),
})

/** How much a client sends: requests a second, or callers who each wait for their answer. */
export interface Amount {
  readonly of: 'requests a second' | 'callers, each after its answer'
  readonly value: number
  /** More would show nothing new. */
  readonly most: number
}

/** Undefined: all at once, which nothing here can change. */
export function amountOf({ ratePerSecond, load }: Client): Amount | undefined {
  switch (load?.kind) {
    case 'loop':
      return { of: 'callers, each after its answer', value: load.concurrency, most: 100 }
    case 'burst':
      return undefined
    default:
      return { of: 'requests a second', value: load?.perSecond ?? ratePerSecond, most: 1000 }
  }
}

/** When a client begins, ends and pauses stays as it is. */
export function changeAmount(traffic: Traffic, clientId: string, value: number): Traffic {
  return changeClient(traffic, clientId, client => {
    const { load } = client
    if (load?.kind === 'loop') return { ...client, load: { ...load, concurrency: Math.round(value) } }
    if (load?.kind === 'rate') return { ...client, ratePerSecond: value, load: { ...load, perSecond: value } }
    return { ...client, ratePerSecond: value }
  })
}

export function changeClass(traffic: Traffic, clientId: string, changed: RequestClass): Traffic {
  return changeClient(traffic, clientId, client => ({
    ...client,
    classes: client.classes.map(one => (one.id === changed.id ? changed : one)),
  }))
}

export function removeClass(traffic: Traffic, clientId: string, classId: string): Traffic {
  return changeClient(traffic, clientId, client => ({
    ...client,
    classes: client.classes.filter(one => one.id !== classId),
  }))
}

/** A copy of the client's last request, to be changed. */
export function addClass(traffic: Traffic, clientId: string): Traffic {
  return changeClient(traffic, clientId, client => {
    const last = client.classes.at(-1)
    if (!last) return client
    const taken = new Set(client.classes.map(one => one.id))
    let n = client.classes.length + 1
    while (taken.has(`own-${String(n)}`)) n++
    return {
      ...client,
      classes: [...client.classes, { ...last, id: `own-${String(n)}`, label: labelOf(last.request) }],
    }
  })
}

/** Another kind of request, one in ten of the client's. */
export function addRequest(traffic: Traffic, clientId: string, request: HttpRequest): Traffic {
  const added = addClass(traffic, clientId)
  return changeClient(added, clientId, client => {
    const last = client.classes.at(-1)
    if (!last || added === traffic) return client
    const { vary: _, ...plain } = last
    const others = client.classes.slice(0, -1)
    const total = others.reduce((sum, { weight }) => sum + weight, 0)
    const weight = Math.max(1, Math.round(total / 9))
    return { ...client, classes: [...others, { ...plain, request, weight, label: labelOf(request) }] }
  })
}

/** `http://reviews:9080/x`, as one would type it. */
export function urlOf(request: HttpRequest): string {
  const ownPort = request.scheme === 'https' ? 443 : 80
  const port = request.dialPort === ownPort ? '' : `:${String(request.dialPort)}`
  return `${request.scheme}://${request.dialHost}${port}${request.path}`
}

/** What tells a request from others, in a few words. */
export function labelOf(request: HttpRequest): string {
  const [header] = request.headers
  if (header) return `${header[0]} = ${header[1]}`
  return request.method === 'GET' ? request.path : `${request.method} ${request.path}`
}
