import { performance } from 'node:perf_hooks'
import { compileConfig } from '../../core/compile/index.ts'
import { createPipeline } from '../../core/pipeline/index.ts'
import { createSeededChance } from '../../core/route/index.ts'
import { parseCaller } from '../caller.ts'
import { manyDocuments } from './texts.ts'
import { at, timeEdits } from './time-edits.ts'
import { requestFor } from './time-decisions.ts'

const CALLER = parseCaller('sleep')
const WARM_UP = 10
const RUNS = 40

/** Milliseconds to compile one caller's configuration from a mesh that stands, sorted. */
function timeCompile(text: string): readonly number[] {
  const { mesh } = createPipeline().run(text)
  const times: number[] = []
  for (let run = 0; run < RUNS + WARM_UP; run++) {
    const start = performance.now()
    const { clusters } = compileConfig(mesh, CALLER)
    const elapsed = performance.now() - start
    if (clusters.size < 1500) throw new Error('clusters are missing')
    if (run >= WARM_UP) times.push(elapsed)
  }
  return times.sort((a, b) => a - b)
}

/** Goes from a text to one decision under it, keeping what did not change. */
function createDecisionRun(): (text: string) => number {
  const pipeline = createPipeline()
  const chance = createSeededChance(1)
  const request = requestFor('http://reviews:9080/')
  return text => pipeline.run(text).routerFor(CALLER).decide(request, chance).status
}

export function benchCompile(): Record<string, number> {
  const compile = timeCompile(manyDocuments(2000, 90))
  const decide = createDecisionRun()
  const answered = (text: string) => {
    if (decide(text) !== 200) throw new Error('the request is not answered')
  }
  const edits = timeEdits(answered, v1 => manyDocuments(2000, v1), 40)
  return {
    'compile.services500.ms': at(compile, 0.5),
    'compile.services500.p95.ms': at(compile, 0.95),
    'edit.docs2000.decision.ms': at(edits, 0.5),
    'edit.docs2000.decision.p95.ms': at(edits, 0.95),
  }
}
