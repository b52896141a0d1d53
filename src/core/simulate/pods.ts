import type { Endpoint } from '../envoy/index.ts'
import type { HttpRequest } from '../route/index.ts'
import type { EventQueue } from './event-queue.ts'
import type { PodBehaviour, PodReply } from './pod-behaviour.ts'

/** The pods of the mesh: one each, whoever calls them. */
export interface Pods {
  /** What somebody who opens a connection for this request meets. */
  knock(call: Call): PodReply
  /** What the request itself meets; the pod counts it. */
  ask(call: Call): PodReply
}

export interface Call {
  readonly key: string
  readonly endpoint: Endpoint | undefined
  readonly request: HttpRequest
  readonly attempt: number
  readonly random: () => number
}

export function createPods(behaviour: PodBehaviour | undefined, queue: EventQueue): Pods {
  if (!behaviour) return { knock: () => AT_ONCE, ask: () => AT_ONCE }
  const counts = new Map<string, number>()
  const reply = ({ endpoint, request, attempt, random }: Call, nth: number): PodReply =>
    behaviour({ endpoint, request, attempt, random, nth, atMs: queue.nowMs() })
  return {
    knock: call => reply(call, (counts.get(call.key) ?? 0) + 1),
    ask(call) {
      const nth = (counts.get(call.key) ?? 0) + 1
      counts.set(call.key, nth)
      return reply(call, nth)
    },
  }
}

const AT_ONCE: PodReply = { answer: 200, latencyMs: 0 }
