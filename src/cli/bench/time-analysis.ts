import { performance } from 'node:perf_hooks'
import { createPipeline } from '../../core/pipeline/index.ts'
import { manyDocuments, twoDocuments } from './texts.ts'
import { at } from './time-edits.ts'

const WARM_UP = 5

/** All that is said of a text once it is read, nothing being known of it from before. */
export function benchAnalysis(): Record<string, number> {
  const small = timeAnalysis(twoDocuments, 200)
  const large = timeAnalysis(v1 => manyDocuments(2000, v1), 20)
  return {
    'analyze.docs2.ms': at(small, 0.5),
    'analyze.docs2.p95.ms': at(small, 0.95),
    'analyze.docs2000.ms': at(large, 0.5),
    'analyze.docs2000.p95.ms': at(large, 0.95),
  }
}

function timeAnalysis(textOf: (v1: number) => string, runs: number): readonly number[] {
  const times: number[] = []
  for (let run = 0; run < runs + WARM_UP; run++) {
    const world = createPipeline({}, { nowMs: 0 }).run(textOf((run % 99) + 1))
    const start = performance.now()
    const { diagnostics } = world
    const elapsed = performance.now() - start
    if (diagnostics.some(({ code }) => code === 'YAML')) throw new Error('the text cannot be read')
    if (run >= WARM_UP) times.push(elapsed)
  }
  return times.sort((a, b) => a - b)
}
