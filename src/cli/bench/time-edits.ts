import { performance } from 'node:perf_hooks'
import { createPipeline } from '../../core/pipeline/index.ts'
import { buildStage } from '../../scene/index.ts'
import { canary, manyDocuments } from './texts.ts'

const WARM_UP = 10

/** Milliseconds from an edited text to its new scene, sorted, for one edit after another. */
function timeEdits(textOf: (v1: number) => string, edits: number): readonly number[] {
  const pipeline = createPipeline()
  const times: number[] = []
  for (let edit = 0; edit < edits + WARM_UP; edit++) {
    const text = textOf((edit % 99) + 1)
    const start = performance.now()
    const world = pipeline.run(text)
    const [proxy] = world.callers
    if (proxy === undefined) throw new Error('nobody calls')
    const clients = world.traffic.clients.filter(client => client.proxy === proxy)
    const stage = buildStage(world, proxy, { ...world.traffic, clients })
    const elapsed = performance.now() - start
    if (stage.rules.length === 0) throw new Error('the scene is empty')
    if (edit >= WARM_UP) times.push(elapsed)
  }
  return times.sort((a, b) => a - b)
}

export function benchEdits(): Record<string, number> {
  const lesson = timeEdits(canary, 200)
  const large = timeEdits(v1 => manyDocuments(2000, v1), 40)
  return {
    'edit.lesson.ms': at(lesson, 0.5),
    'edit.lesson.p95.ms': at(lesson, 0.95),
    'edit.docs2000.ms': at(large, 0.5),
    'edit.docs2000.p95.ms': at(large, 0.95),
  }
}

function at(sorted: readonly number[], quantile: number): number {
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * quantile))] ?? 0
  return Math.round(value * 100) / 100
}
