import { createAnswerer } from '../../worker/answer.ts'
import { canary, manyDocuments } from './texts.ts'
import { at, notEmpty, timeEdits } from './time-edits.ts'

const UNTIL_MS = 60_000

/** Goes from a text to all that the page shows of it, a minute of requests included, as the engine does. */
function createAnswerRun(): (text: string) => void {
  const answer = createAnswerer()
  return text => {
    const given = answer({ kind: 'run', id: 1, text, proxy: undefined, traffic: undefined, untilMs: UNTIL_MS })
    notEmpty(given.kind === 'picture' ? given.picture.stage : undefined)
  }
}

/** Goes from a text to what is wrong with it, which the page shows of a long text before the picture. */
function createProblemsRun(): (text: string) => void {
  const answer = createAnswerer()
  return text => {
    const given = answer({ kind: 'problems', id: 1, text, opened: 1, proxy: undefined, traffic: undefined })
    if (given.kind !== 'problems' || given.problems.length === 0) throw new Error('no problems')
  }
}

export function benchAnswers(): Record<string, number> {
  const lesson = timeEdits(createAnswerRun(), canary, 200)
  const large = timeEdits(createAnswerRun(), v1 => manyDocuments(2000, v1), 40)
  const problems = timeEdits(createProblemsRun(), v1 => manyDocuments(2000, v1), 40)
  return {
    'problems.docs2000.ms': at(problems, 0.5),
    'problems.docs2000.p95.ms': at(problems, 0.95),
    'answer.lesson.ms': at(lesson, 0.5),
    'answer.lesson.p95.ms': at(lesson, 0.95),
    'answer.docs2000.ms': at(large, 0.5),
    'answer.docs2000.p95.ms': at(large, 0.95),
  }
}
