import { enumerateOutcomes, parseRequest } from '../../core/route/index.ts'
import type { Router } from '../../core/route/index.ts'
import { createEngine, parseCaller } from '../engine.ts'
import type { Engine } from '../engine.ts'
import { compareRequest } from './compare-request.ts'
import type { Case, CaseRequest, ExpectedCase } from './corpus.ts'
import type { Disagreement } from './disagreement.ts'
import { show } from './disagreement.ts'
import { predict } from './predict.ts'
import { shortTrace } from './short-trace.ts'

export interface RequestResult {
  readonly id: string
  /** Empty where the engine agrees. */
  readonly disagreements: readonly Disagreement[]
  /** How the engine came to its answer; only where it does not agree. */
  readonly why: readonly string[]
}

export interface CaseResult {
  readonly name: string
  readonly admission: readonly Disagreement[]
  readonly requests: readonly RequestResult[]
}

/** Runs a case's requests and compares each with its recording; one that cannot be run is a failure. */
export function runCase(one: Case, expected: ExpectedCase | undefined, text: string): CaseResult {
  if (!expected) {
    const missing = [{ field: 'expectation', expected: 'nothing recorded', got: 'a case' }]
    return {
      name: one.name,
      admission: [],
      requests: one.requests.map(({ id }) => ({ id, disagreements: missing, why: [] })),
    }
  }
  const engine = createEngine(text)
  const admission = compareAdmission(engine, expected)
  return { name: one.name, admission, requests: one.requests.map(request => runRequest(engine, request, expected)) }
}

/** Every document is refused, warned of or accepted in silence as it was recorded. */
function compareAdmission(engine: Engine, { admission }: ExpectedCase): readonly Disagreement[] {
  const verdicts = new Map<string, string>()
  for (const resource of engine.resources) {
    const verdict = engine.refused.has(resource) ? 'rejected' : engine.warned.has(resource) ? 'warned' : 'accepted'
    verdicts.set(resource.key, verdict)
  }
  return [...new Set([...Object.keys(admission), ...verdicts.keys()])].flatMap(key => {
    const recorded = admission[key]
    const expected = recorded?.rejected ? 'rejected' : recorded?.warnings ? 'warned' : 'accepted'
    const got = verdicts.get(key) ?? 'not found'
    const words = recorded ? `${expected} ${show(recorded)}` : expected
    return got === expected ? [] : [{ field: `admission of ${key}`, expected: words, got }]
  })
}

function runRequest(engine: Engine, given: CaseRequest, expected: ExpectedCase): RequestResult {
  const { id, from, url, method, headers, count } = given
  const fail = (got: string): RequestResult => ({
    id,
    disagreements: [{ field: 'request', expected: 'an answer', got }],
    why: [],
  })
  const recorded = expected.requests[id]
  if (!recorded) return fail('no expectation of this id')
  if (from === undefined) return fail('gateways are not supported')
  const request = parseRequest({ url, method, headers })
  if ('error' in request) return fail(request.error)
  try {
    const router = engine.routerFor(parseCaller(from))
    const predictions = enumerateOutcomes(router, request).map(outcome => predict(outcome, request))
    const disagreements = compareRequest(recorded, predictions, count)
    return { id, disagreements, why: disagreements.length > 0 ? explain(router, request) : [] }
  } catch (error) {
    return fail(`the engine broke: ${String(error)}`)
  }
}

function explain(router: Router, request: Parameters<Router['decide']>[0]): readonly string[] {
  return shortTrace(router, request)
}
