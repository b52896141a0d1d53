import type { PodBehaviour, PodReply } from '../../core/simulate/index.ts'
import { toAnswer } from './read-cases.ts'
import type { Phase, TimedCase } from './timed-case.ts'

const AT_ONCE: PodReply = { answer: 200, latencyMs: 0 }

/**
 * Pods as a case describes them: the pod's own entry before its workload's, of its phases the first that holds. The request
 * header `x-pod-answer` names what each try of that request meets.
 */
export function createPodScript({ pods }: TimedCase): PodBehaviour {
  return ({ endpoint, request, attempt, atMs, nth }) => {
    const phases = endpoint && (pods.get(endpoint.pod) ?? pods.get(endpoint.workload))
    const phase = phases?.find(({ fromMs, toMs }) => fromMs <= atMs && atMs < toMs)
    const asked = request.headers.get('x-pod-answer')?.split(',')
    if (asked) {
      const answer = toAnswer(asked[attempt - 1] ?? asked.at(-1) ?? '200')
      return { answer, latencyMs: phase?.latencyMs ?? 0 }
    }
    return phase ? replyIn(phase, nth) : AT_ONCE
  }
}

function replyIn({ answers, latencyMs, headers }: Phase, nth: number): PodReply {
  return { answer: answers[(nth - 1) % answers.length] ?? 200, latencyMs, ...(headers.size > 0 && { headers }) }
}
