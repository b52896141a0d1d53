import type { Cluster } from '../envoy/index.ts'
import type { EventQueue, Timer } from './event-queue.ts'
import type { Resources } from './resources.ts'
import { CONNECT_MS } from './timing.ts'

/** What one try wants of a connection, and hears from the pool. */
export interface Stream {
  /** It has one from now on. */
  onReady(connection: Connection): void
  /** It gets none. */
  onFailure(reason: PoolFailure): void
  /** What opening a connection for it would meet. */
  connect(): ConnectOutcome
  /** A connection for it came about. */
  onConnected(): void
}

export type ConnectOutcome = 'accepted' | 'refused' | 'tls-error' | 'blackhole'
export type PoolFailure = 'overflow' | 'refused' | 'tls-error' | 'connect-timeout'

/** An HTTP/1.1 connection: one request at a time. */
export interface Connection {
  /** Among all that its proxy has opened for a cluster of this name, from 1. */
  readonly number: number
  served: number
  /** Runs while it is idle. */
  idleTimer: Timer | undefined
  /** Its request is over: `reusable`, or the connection goes with it. */
  release(reusable: boolean): void
}

export interface ConnectionPool {
  /** Attaches a stream, or queues it. */
  request(stream: Stream): void
  /** It no longer waits. */
  abandon(stream: Stream): void
  /** No new requests come: what is idle is closed. */
  drain(): void
}

/**
 * The connections to one host of one cluster. Streams take an idle one, or wait in the order in which they came; a
 * connection is opened while more wait than are being opened, as the cluster's limit allows, and always a first one. When
 * one cannot be opened all that wait fail with it. Envoy, conn_pool_base.cc, ConnPoolImplBase::newStreamImpl,
 * tryCreateNewConnection, onConnectionEvent [D30]-[D40]; codec_client.cc, onIdleTimeout [D85].
 */
export function createConnectionPool(
  cluster: Cluster,
  resources: Resources,
  queue: EventQueue,
  onOpen?: (open: number) => void,
): ConnectionPool {
  const { limits, connectTimeoutMs, maxRequestsPerConnection = 0, details } = cluster
  const idleTimeoutMs = details?.idleTimeoutMs
  const idle: Connection[] = []
  const waiting: Stream[] = []
  let connecting = 0
  let open = 0
  let isDraining = false

  function attach(stream: Stream, connection: Connection): void {
    if (resources.requests >= limits.maxRequests) {
      putAside(connection)
      stream.onFailure('overflow')
      return
    }
    resources.requests++
    connection.served++
    stream.onReady(connection)
  }

  function closeOne(): void {
    open--
    resources.connections--
    onOpen?.(open)
  }

  function putAside(connection: Connection): void {
    idle.push(connection)
    if (idleTimeoutMs === undefined) return
    connection.idleTimer = queue.at(queue.nowMs() + idleTimeoutMs, () => {
      idle.splice(idle.indexOf(connection), 1)
      closeOne()
    })
  }

  /** The one that became idle last. */
  function takeIdle(): Connection | undefined {
    const connection = idle.pop()
    if (connection?.idleTimer) connection.idleTimer.cancelled = true
    return connection
  }

  function createConnection(number: number): Connection {
    const connection: Connection = {
      number,
      served: 0,
      idleTimer: undefined,
      release(reusable) {
        resources.requests--
        const isWorn = maxRequestsPerConnection > 0 && connection.served >= maxRequestsPerConnection
        // Of a host that is gone each is closed before anybody who waits can have it [D70].
        if (reusable && !isWorn && !isDraining) {
          putAside(connection)
          serveWaiting()
        } else {
          closeOne()
          openForWaiting()
        }
      },
    }
    return connection
  }

  function serveWaiting(): void {
    while (waiting.length > 0) {
      const connection = takeIdle()
      if (!connection) return
      const stream = waiting.shift()
      if (!stream) return
      resources.pending--
      attach(stream, connection)
    }
    if (isDraining) closeIdle()
  }

  function openForWaiting(): void {
    while (waiting.length > connecting) {
      if (open > 0 && resources.connections >= limits.maxConnections) return
      openOne()
    }
  }

  function openOne(): void {
    const first = waiting[Math.min(connecting, waiting.length - 1)]
    if (!first) return
    open++
    connecting++
    const number = resources.nextNumber()
    resources.connections++
    onOpen?.(open)
    const outcome = first.connect()
    const takesMs = outcome === 'blackhole' ? connectTimeoutMs : CONNECT_MS
    queue.at(queue.nowMs() + takesMs, () => {
      connecting--
      if (outcome === 'accepted') {
        first.onConnected()
        putAside(createConnection(number))
        serveWaiting()
        return
      }
      closeOne()
      const failed = waiting.splice(0)
      resources.pending -= failed.length
      for (const stream of failed) stream.onFailure(outcome === 'blackhole' ? 'connect-timeout' : outcome)
    })
  }

  function closeIdle(): void {
    while (takeIdle()) closeOne()
  }

  return {
    request(stream) {
      // Of a pod that is gone the connections are gone too.
      if (idle.length > 0 && stream.connect() !== 'accepted') closeIdle()
      const ready = takeIdle()
      if (ready) {
        attach(stream, ready)
        return
      }
      if (resources.pending >= limits.maxPendingRequests) {
        stream.onFailure('overflow')
        return
      }
      resources.pending++
      waiting.push(stream)
      openForWaiting()
    },
    abandon(stream) {
      const index = waiting.indexOf(stream)
      if (index < 0) return
      waiting.splice(index, 1)
      resources.pending--
    },
    drain() {
      isDraining = true
      if (waiting.length === 0) closeIdle()
    },
  }
}
