import { performance } from 'node:perf_hooks'
import { createAnswerer } from '../../worker/answer.ts'
import type { LanguageAnswer, LanguageQuestion } from '../../worker/protocol.ts'
import { manyDocuments, twoDocuments } from './texts.ts'
import { at } from './time-edits.ts'

const WARM_UP = 5

const behind = (text: string, words: string): number => text.lastIndexOf(words) + words.length

/** What an editor asks while one types. */
const QUESTIONS = {
  complete: text => ({ ask: 'complete', offset: behind(text, 'destination: { host: reviews') }),
  define: text => ({ ask: 'define', offset: behind(text, 'subset: v1') }),
  rename: text => ({ ask: 'rename', offset: behind(text, 'subset: v1'), name: 'next' }),
  outline: () => ({ ask: 'outline' }),
} as const satisfies Record<string, (text: string) => LanguageQuestion>

type Name = keyof typeof QUESTIONS

export function benchLanguage(): Record<string, number> {
  const results: Record<string, number> = {}
  for (const name of Object.keys(QUESTIONS) as Name[]) {
    const small = timeQuestion(name, twoDocuments, 100)
    const large = timeQuestion(name, v1 => manyDocuments(2000, v1), 20)
    results[`${name}.docs2.ms`] = at(small, 0.5)
    results[`${name}.docs2.p95.ms`] = at(small, 0.95)
    results[`${name}.docs2000.ms`] = at(large, 0.5)
    results[`${name}.docs2000.p95.ms`] = at(large, 0.95)
  }
  return results
}

/** Milliseconds from a question to its answer, sorted; the text has an edit since the one before, as one asks while typing. */
function timeQuestion(name: Name, textOf: (v1: number) => string, runs: number): readonly number[] {
  const answer = createAnswerer()
  const opened = textOf(90)
  answer({ kind: 'run', id: 0, text: opened, proxy: undefined, traffic: undefined, untilMs: 1000 })
  const times: number[] = []
  for (let run = 0; run < runs + WARM_UP; run++) {
    const text = textOf((run % 89) + 1)
    const question = QUESTIONS[name](text)
    const start = performance.now()
    const given = answer({ kind: 'language', id: run + 1, text, ...question })
    const elapsed = performance.now() - start
    if (given.kind !== 'language' || isEmpty(given.answer)) throw new Error(`${name} has no answer`)
    if (run >= WARM_UP) times.push(elapsed)
  }
  return times.sort((a, b) => a - b)
}

function isEmpty(answer: LanguageAnswer): boolean {
  switch (answer.ask) {
    case 'complete':
      return (answer.completion?.suggestions ?? []).length === 0
    case 'define':
      return answer.targets.length === 0
    case 'rename':
      return answer.renaming.kind !== 'edits' || answer.renaming.edits.length < 2
    case 'outline':
      return answer.entries.length < 2
    default:
      return true
  }
}
