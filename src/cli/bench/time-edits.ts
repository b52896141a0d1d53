import { performance } from 'node:perf_hooks'
import { createPipeline } from '../../core/pipeline/index.ts'
import { buildStage } from '../../scene/index.ts'
import type { Stage } from '../../scene/index.ts'
import { canary, manyDocuments } from './texts.ts'

const WARM_UP = 10

/** Milliseconds that `run` takes for one edited text after another, sorted. It throws where it has nothing to show. */
export function timeEdits(
  run: (text: string) => void,
  textOf: (v1: number) => string,
  edits: number,
): readonly number[] {
  const times: number[] = []
  for (let edit = 0; edit < edits + WARM_UP; edit++) {
    const text = textOf((edit % 99) + 1)
    const start = performance.now()
    run(text)
    const elapsed = performance.now() - start
    if (edit >= WARM_UP) times.push(elapsed)
  }
  return times.sort((a, b) => a - b)
}

/** Goes from a text to its new scene, keeping what did not change. */
function createSceneRun(): (text: string) => void {
  const pipeline = createPipeline()
  return text => {
    const world = pipeline.run(text)
    const [proxy] = world.callers
    if (proxy === undefined) throw new Error('nobody calls')
    const clients = world.traffic.clients.filter(client => client.proxy === proxy)
    notEmpty(buildStage(world, proxy, { ...world.traffic, clients }))
  }
}

export function notEmpty(stage: Stage | undefined): void {
  if (!stage || stage.rules.length === 0) throw new Error('the scene is empty')
}

export function benchEdits(): Record<string, number> {
  const lesson = timeEdits(createSceneRun(), canary, 200)
  const large = timeEdits(createSceneRun(), v1 => manyDocuments(2000, v1), 40)
  return {
    'edit.lesson.ms': at(lesson, 0.5),
    'edit.lesson.p95.ms': at(lesson, 0.95),
    'edit.docs2000.ms': at(large, 0.5),
    'edit.docs2000.p95.ms': at(large, 0.95),
  }
}

export function at(sorted: readonly number[], quantile: number): number {
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * quantile))] ?? 0
  return Math.round(value * 100) / 100
}
