import { createSeededChance } from '../../core/route/index.ts'
import type { HttpRequest, Router } from '../../core/route/index.ts'
import { describeStep } from '../describe-step.ts'

/** How the engine gets to one of its answers, a line a step. */
export function shortTrace(router: Router, request: HttpRequest): readonly string[] {
  return router.explain(request, createSeededChance(1)).trace.map(describeStep)
}
