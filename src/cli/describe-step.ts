import { stepWords } from '../core/route/index.ts'
import type { TraceStep } from '../core/route/index.ts'

/** One step of a trace as a line of text. */
export function describeStep(step: TraceStep): string {
  const { title, code, detail } = stepWords(step)
  const why = [code, detail].filter(part => part !== undefined && part !== '').join(', ')
  return why === '' ? title : `${title}: ${why}`
}
