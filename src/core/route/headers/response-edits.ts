import type { Decision } from '../decision.ts'
import type { HttpRequest } from '../request.ts'
import { contextOfAnswer } from './answer-context.ts'
import type { AnswerFacts } from './format-context.ts'
import { formatHeaderValue } from './format-value.ts'
import { mutateHeaders } from './mutate-headers.ts'
import type { HeaderLine } from './mutate-headers.ts'

type Answered = Pick<Decision, 'route' | 'leg' | 'cluster' | 'endpoint' | 'attempts' | 'atGateway'>

/**
 * The leg's edits, then the route's, so that the route's win; `wasSent` where the request had been made ready for its pod.
 * Envoy, config_impl.cc, finalizeResponseHeaders [C92].
 */
export function editResponse(
  first: readonly HeaderLine[],
  request: HttpRequest,
  decision: Answered,
  wasSent: boolean,
  facts: Omit<AnswerFacts, 'lines'>,
): readonly HeaderLine[] {
  const { route, leg } = decision
  const format = (value: string, lines: readonly HeaderLine[]) =>
    value.includes('%')
      ? formatHeaderValue(value, contextOfAnswer(request, decision, wasSent, { ...facts, lines }))
      : value
  const byLeg = leg ? mutateHeaders(first, leg.responseHeaders, format) : first
  return route ? mutateHeaders(byLeg, route.responseHeaders, format) : byLeg
}
