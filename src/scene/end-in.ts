import type { Decision, HttpRequest } from '../core/route/index.ts'
import { indexOf } from './stage-index.ts'
import type { Stage } from './stage.ts'
import { wayOf } from './way.ts'
import type { Way } from './way.ts'

/** Where a decision ends on a stage, and, for a hole, of what. */
export const endIn = (stage: Stage, decision: Decision, request: HttpRequest): Way['end'] =>
  wayOf(indexOf(stage), decision, request).end
