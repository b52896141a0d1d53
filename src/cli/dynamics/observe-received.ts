import { receivedCopy, receivedRequest } from '../../core/route/index.ts'
import type { RequestRecord } from '../../core/simulate/index.ts'
import { RECORDER_HASHING } from '../conform/recorder.ts'
import { hasArrived } from './entry-of.ts'
import type { Arrival } from './recording.ts'

/**
 * By workload, the first request that arrived there, a copy where it is one. Where a flow puts something else into each
 * request there is none: a record does not hold its request.
 */
export function observeReceived(requests: readonly RequestRecord[]): Readonly<Record<string, Arrival>> {
  const found: Record<string, Arrival> = {}
  const add = (workload = '', arrival: () => Omit<Arrival, 'method'>, method: string): void => {
    if (!(workload in found)) found[workload] = { method, ...arrival() }
  }
  for (const { atMs, decision, requestClass, tries, copies } of requests) {
    if (!decision || (requestClass.vary && requestClass.vary.in !== 'source')) continue
    const { request } = requestClass
    tries.forEach((one, i) => {
      const elapsedMs = one.atMs - atMs - decision.delayMs
      const told = { ...decision, attempts: i + 1, elapsedMs }
      if (hasArrived(one)) add(one.endpoint?.workload, () => receivedRequest(told, request), request.method)
    })
    for (const copy of copies.filter(hasArrived)) {
      add(copy.endpoint?.workload, () => receivedCopy(decision, request, PROXY), request.method)
    }
  }
  return found
}

/** Where the recorder's proxy stood. */
const PROXY = RECORDER_HASHING.sourceAddress ?? ''
