import type { Endpoint } from '../../core/envoy/index.ts'
import type { Mesh } from '../../core/mesh/index.ts'
import type { PodAnswers } from '../../core/route/index.ts'
import type { Case } from './corpus.ts'

const FAILURES = { reset: 'reset', close: 'reset', refused: 'refused', blackhole: 'connect-timeout' } as const

/** Where every pod of the recordings listens: the target ports of their world. */
const OPEN: ReadonlySet<number> = new Set([8080, 8081, 8082, 9080])

/**
 * How the pods of a case answer: the request header `x-pod-answer` names what its tries meet, else the workload does. At
 * other ports than usual they listen only where their containers say so.
 */
export function podAnswersOf({ pods }: Case, mesh: Mesh): PodAnswers {
  const declared = new Map(
    mesh.workloads.flatMap(workload => workload.pods.map(pod => [pod.ip, pod.containerPorts] as const)),
  )
  const isClosed = ({ address, port }: Endpoint): boolean =>
    declared.get(address)?.every(({ number }) => number !== port) === true && !OPEN.has(port)
  return (endpoint, request, attempt) => {
    if (endpoint && isClosed(endpoint)) return { status: 'refused', latencyMs: 0 }
    const pod = endpoint && pods[endpoint.workload]
    const wanted = request.headers.get('x-pod-answer')?.split(',')
    const answer = (wanted ? (wanted[attempt - 1] ?? wanted.at(-1)) : pod?.answer) ?? '200'
    const status = answer in FAILURES ? FAILURES[answer as keyof typeof FAILURES] : Number(answer)
    return { status, latencyMs: pod?.latencyMs ?? 0 }
  }
}
