import type { Explanation } from '../worker/protocol.ts'

/** What was drawn for a request among its rule's destinations; undefined: there was one only, or no rule. */
export function drawOf({ steps }: Explanation) {
  for (const { step } of steps)
    if (step.kind === 'draw' && step.what === 'leg' && step.value !== undefined)
      return { value: step.value, options: step.options }
  return undefined
}
