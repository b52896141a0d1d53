import { performance } from 'node:perf_hooks'
import { createPipeline } from '../../core/pipeline/index.ts'
import { createSeededChance, parseRequest } from '../../core/route/index.ts'
import type { HttpRequest } from '../../core/route/index.ts'
import { parseCaller } from '../caller.ts'
import { canary, manyHosts, manyRules } from './texts.ts'

const ROUND_MS = 300
const ROUNDS = 5

type Decide = 'decide' | 'explain'

/** Decisions per second in the median round, after as much warming up as one round takes. */
function timeDecisions(text: string, url: string, how: Decide = 'decide'): number {
  const router = createPipeline().run(text).routerFor(parseCaller('sleep'))
  const chance = createSeededChance(1)
  const request = requestFor(url)
  const { status } = router.decide(request, chance)
  if (status !== 200 && status !== 503) throw new Error(`${url} is answered with ${String(status)}`)
  const rates: number[] = []
  for (let round = 0; round <= ROUNDS; round++) {
    const start = performance.now()
    let elapsed = 0
    let decisions = 0
    while (elapsed < ROUND_MS) {
      for (let i = 0; i < 1000; i++) router[how](request, chance)
      decisions += 1000
      elapsed = performance.now() - start
    }
    if (round > 0) rates.push((decisions / elapsed) * 1000)
  }
  rates.sort((a, b) => a - b)
  return Math.round(rates[Math.floor(rates.length / 2)] ?? 0)
}

export function benchDecisions(): Record<string, number> {
  return {
    'decide.canary': timeDecisions(canary(), 'http://reviews:9080/'),
    'explain.canary': timeDecisions(canary(), 'http://reviews:9080/', 'explain'),
    'decide.rules50': timeDecisions(manyRules(50), 'http://reviews:9080/path-50/x'),
    'decide.rules1000': timeDecisions(manyRules(1000), 'http://reviews:9080/path-1000/x'),
    'decide.hosts1000': timeDecisions(manyHosts(1000), 'http://service-1000:9080/'),
  }
}

export function requestFor(url: string): HttpRequest {
  const request = parseRequest({ url })
  if ('error' in request) throw new Error(request.error)
  return request
}
