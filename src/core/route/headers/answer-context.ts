import type { Decision } from '../decision.ts'
import type { HttpRequest } from '../request.ts'
import type { AnswerFacts, FormatContext } from './format-context.ts'
import { receivedRequest } from './received-request.ts'

type Answered = Pick<Decision, 'route' | 'leg' | 'cluster' | 'endpoint' | 'attempts' | 'atGateway'>

/** On the way back; where the request was sent on, its headers are those that the pod got. */
export function contextOfAnswer(
  request: HttpRequest,
  decision: Answered,
  wasSent: boolean,
  answer: AnswerFacts,
): FormatContext {
  const { route, cluster, endpoint, attempts } = decision
  const sent = wasSent ? receivedRequest(decision, request) : undefined
  return {
    request,
    path: sent?.path ?? request.path,
    authority: sent?.headers[0]?.[1] ?? request.authority,
    lines: sent ? sent.headers.slice(1) : [...request.headers],
    routeName: route?.name ?? '',
    cluster: cluster === '-' ? '' : cluster,
    endpoint,
    attempts,
    answer,
  }
}
