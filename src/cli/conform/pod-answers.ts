import type { PodAnswers } from '../../core/route/index.ts'
import type { Case } from './corpus.ts'

/** How the pods of a case answer: the request header `x-pod-answer` names what its tries meet, else the workload does. */
export function podAnswersOf({ pods }: Case): PodAnswers {
  return (endpoint, request, attempt) => {
    const pod = endpoint && pods[endpoint.workload]
    const wanted = request.headers.get('x-pod-answer')?.split(',')
    const answer = wanted ? (wanted[attempt - 1] ?? wanted.at(-1)) : pod?.answer
    const status = answer === 'reset' ? answer : Number(answer ?? 200)
    return { status, latencyMs: pod?.latencyMs ?? 0 }
  }
}
