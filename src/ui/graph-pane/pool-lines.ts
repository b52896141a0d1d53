import type { PoolNow } from '../../scene/index.ts'
import { count } from './figures.ts'

/** One of a pool's limits, and how much of it is taken. */
export interface PoolLine {
  readonly kind: 'connections' | 'waiting'
  readonly label: string
  readonly value: string
  readonly taken: number
  /** Of those: with a request. */
  readonly busy: number
  readonly limit: number | undefined
  /** As many are drawn; undefined: too many, or no limit. */
  readonly places: number | undefined
  readonly isFull: boolean
  /** How much of each wait is over, 0 to 1. */
  readonly waits: readonly number[]
}

/** More places than this are a bar. */
const MOST = 20

/** The connections there are, idle ones included, and what waits for one. Of two limits the tighter one is told. */
export function poolLines(pool: PoolNow | undefined): readonly PoolLine[] {
  const { connections = Infinity, requests = Infinity, pending } = pool?.limits ?? {}
  const isOfConnections = connections <= requests && connections < Infinity
  const [label, taken] = isOfConnections ? ['Connections', pool?.connections] : ['In flight', pool?.inFlight]
  const limit = Math.min(connections, requests)
  const waiting = pool?.waiting ?? []
  return [
    withIdle(lineOf('connections', label, taken, limit < Infinity ? limit : undefined), pool?.inFlight ?? 0),
    { ...lineOf('waiting', 'Waiting', pool && waiting.length, pending), waits: waiting.map(({ part }) => part) },
  ]
}

/** An idle connection is free: a pool is full where each has a request and no further one may be opened. */
const withIdle = (line: PoolLine, busy: number): PoolLine => ({
  ...line,
  busy,
  isFull: line.limit !== undefined && busy > 0 && busy >= Math.max(line.limit, line.taken),
})

function lineOf(kind: PoolLine['kind'], label: string, known: number | undefined, limit: number | undefined): PoolLine {
  const taken = known ?? 0
  const of = limit === undefined ? '' : taken > limit ? `, limit ${count(limit)}` : ` of ${count(limit)}`
  // Each pod gets a first connection, whatever the limit.
  const places = Math.max(limit ?? Infinity, taken)
  return {
    kind,
    label,
    value: known === undefined ? '–' : `${count(taken)}${of}`,
    taken,
    busy: taken,
    limit,
    places: places > MOST ? undefined : places,
    isFull: limit !== undefined && taken >= limit && taken > 0,
    waits: [],
  }
}

/** How full the bar is that stands for many places, 0 to 1. */
export const barPart = ({ limit, taken }: PoolLine): number | undefined =>
  limit === undefined || limit === 0 ? undefined : Math.min(1, taken / limit)
