import type { ProxyId } from '../core/base/ids.ts'
import type { Traffic } from '../core/simulate/index.ts'
import type { SharedState } from '../share/index.ts'

type SharedTraffic = NonNullable<SharedState['traffic']>

/** Requests as JSON can hold them. */
export const toShared = ({ seed, clients }: Traffic): SharedTraffic => ({
  seed,
  clients: clients.map(client => ({
    ...client,
    classes: client.classes.map(one => ({
      ...one,
      request: { ...one.request, headers: [...one.request.headers] },
    })),
  })),
})

export const fromShared = ({ seed, clients }: SharedTraffic): Traffic => ({
  seed,
  clients: clients.map(client => ({
    ...client,
    proxy: client.proxy as ProxyId,
    classes: client.classes.map(one => ({
      ...one,
      request: { ...one.request, headers: new Map(one.request.headers) },
    })),
  })),
})
