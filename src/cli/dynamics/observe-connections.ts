import type { CopyRecord, RequestRecord, TryRecord } from '../../core/simulate/index.ts'
import { hasArrived } from './entry-of.ts'
import type { ConnectionRecord } from './recording.ts'
import { tallyOf } from './tally.ts'

/**
 * How many connections each pod got requests over, and how many over each. Clusters number their connections, each from 1,
 * and again from 1 when a change (at one of `changesMs`) replaces them.
 */
export function observeConnections(
  requests: readonly RequestRecord[],
  changesMs: readonly number[],
): Readonly<Record<string, ConnectionRecord>> {
  const served = new Map<string, Map<string, number>>()
  const count = (cluster: string, proxy: string, { endpoint, atMs, connection }: TryRecord | CopyRecord): void => {
    const pod = endpoint?.pod ?? 'somebody'
    const epoch = changesMs.filter(changeMs => changeMs <= atMs).length
    const key = [proxy, cluster, epoch, connection].join(' ')
    const ofPod = served.get(pod) ?? new Map<string, number>()
    served.set(pod, ofPod.set(key, (ofPod.get(key) ?? 0) + 1))
  }
  for (const { client, decision, tries, copies } of requests) {
    for (const one of tries.filter(hasArrived)) count(decision?.cluster ?? '-', client.proxy, one)
    for (const one of copies.filter(hasArrived)) count(one.policy.cluster, client.proxy, one)
  }
  return Object.fromEntries(
    [...served].map(([pod, ofPod]) => {
      const requestsPerConnection = tallyOf([...ofPod.values()].map(String))
      return [pod, { connections: ofPod.size, requestsPerConnection }]
    }),
  )
}
