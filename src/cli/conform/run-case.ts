import { compileGatewayConfig } from '../../core/compile/index.ts'
import { createPipeline } from '../../core/pipeline/index.ts'
import type { World } from '../../core/pipeline/index.ts'
import { createRouter, enumerateOutcomes, findRefusal, parseRequest } from '../../core/route/index.ts'
import { parseCaller } from '../caller.ts'
import { compareAdmission } from './compare-admission.ts'
import { compareRequest } from './compare-request.ts'
import type { Case, CaseRequest, ExpectedCase, ExpectedRequest } from './corpus.ts'
import type { Disagreement } from './disagreement.ts'
import { podAnswersOf } from './pod-answers.ts'
import { predict } from './predict.ts'
import { RECORDER_HASHING, speaksMtls, withRecorderPods } from './recorder.ts'
import { shortTrace } from './short-trace.ts'

interface RequestResult {
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
  const world = createPipeline({ enableAutoMtls: speaksMtls(one) }).run(text)
  const admission = compareAdmission(world.parsed, expected)
  return { name: one.name, admission, requests: one.requests.map(request => runRequest(world, one, request, expected)) }
}

/** Where recorded requests to gateways came from. */
const RECORDER = '127.0.0.1'

function runRequest(world: World, one: Case, given: CaseRequest, expected: ExpectedCase): RequestResult {
  const { id, from, gateway, url, method, headers, count } = given
  const fail = (got: string): RequestResult => ({
    id,
    disagreements: [{ field: 'request', expected: 'an answer', got }],
    why: [],
  })
  const recorded = expected.requests[id]
  if (!recorded) return fail('no expectation of this id')
  const name = from ?? gateway
  if (name === undefined) return fail('neither from nor gateway')
  const sent = parseRequest({ url, method, headers })
  if ('error' in sent) return fail(sent.error)
  const request = from === undefined ? { ...sent, clientAddress: RECORDER } : sent
  try {
    const proxy = parseCaller(name)
    const config = from === undefined ? compileGatewayConfig(world.mesh, proxy) : world.configFor(proxy)
    const refusal = findRefusal(config)
    if (refusal && recorded.outcome === 'refused-by-envoy')
      return { id, disagreements: compareRefusal(recorded, refusal.reason), why: [] }
    const router = createRouter(withRecorderPods(config), podAnswersOf(one, world.mesh), RECORDER_HASHING)
    const predictions = enumerateOutcomes(router, request).map(outcome => predict(outcome, request, router.config))
    const disagreements = compareRequest(recorded, predictions, count)
    return { id, disagreements, why: disagreements.length > 0 ? shortTrace(router, request) : [] }
  } catch (error) {
    return fail(`the engine broke: ${String(error)}`)
  }
}

/**
 * A configuration that Envoy refuses, for the reason that was recorded. A proxy that starts with it has nothing at all, one
 * that runs still has the routes of other ports: a recording of those is compared as any other.
 */
function compareRefusal(recorded: ExpectedRequest, reason: string): readonly Disagreement[] {
  const expected = recorded.outcome + (recorded.reason === undefined ? '' : `: ${recorded.reason}`)
  const got = `refused-by-envoy: ${reason}`
  return expected === got ? [] : [{ field: 'outcome', expected, got }]
}
