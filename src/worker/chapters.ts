import type { ProxyId } from '../core/base/ids.ts'
import type { Mesh } from '../core/mesh/index.ts'
import type { RunPlan, World } from '../core/pipeline/index.ts'
import type { RouterFor, Traffic } from '../core/simulate/index.ts'
import { buildStage } from '../scene/index.ts'
import type { Stage } from '../scene/index.ts'

/** From `fromMs` until the next one begins a proxy has this of the world. */
export interface ChapterWorld {
  readonly fromMs: number
  /** What brought it about; empty for the first one. */
  readonly label: string
  readonly world: World
}

export interface StagedChapter extends ChapterWorld {
  readonly stage: Stage
  /** The chapter with which its numbers begin: its own, or one before it. */
  readonly counts: number
}

type Candidate = Omit<StagedChapter, 'counts'>

/** Routes follow clusters after less than this: both are one change to who looks. */
const TOGETHER_MS = 20

/**
 * What a proxy is told one after the other while a run lasts, as far as the picture looks different for it: of clusters and
 * routes that come one after the other the first that does begins a chapter, and what lies between two that do is too short.
 * The first begins at `beginMs`, whatever brought it about before.
 */
export function chaptersOf(
  world: World,
  plan: RunPlan,
  proxy: ProxyId,
  shown: Traffic,
  beginMs: number,
): readonly StagedChapter[] {
  const staged = (fromMs: number, label: string, routerFor: RouterFor, asOfMs: number): Candidate => {
    const then = worldWith(world, routerFor, plan.meshAt(asOfMs))
    return { fromMs, label, world: then, stage: buildStage(then, proxy, shown) }
  }
  const pushes = (plan.changes ?? []).filter(change => change.proxy === undefined || change.proxy === proxy)
  const unsaid = plan.applied.filter(({ isTold }) => !isTold)
  const all = [
    staged(0, '', plan.routerFor, 0),
    ...pushes.map(({ atMs, label, routerFor, asOfMs = atMs }) => staged(atMs, label, routerFor, asOfMs)),
    ...unsaid.map(({ atMs, label }) => {
      const { routerFor, asOfMs } = pushes.findLast(push => push.atMs <= atMs) ?? { ...plan, asOfMs: 0 }
      return staged(atMs, label, routerFor, Math.max(asOfMs ?? 0, atMs))
    }),
  ].sort((a, b) => a.fromMs - b.fromMs)
  const looks = all.map(({ stage }) => lookOf(stage))
  const changed = all.filter((_, i) => i === 0 || looks[i] !== looks[i - 1])
  const kept = changed.filter(({ fromMs, label }, i) => {
    const next = changed[i + 1]
    return next?.label !== label || next.fromMs - fromMs > TOGETHER_MS
  })
  const [first, ...later] = kept.slice(
    Math.max(
      0,
      kept.findLastIndex(({ fromMs }) => fromMs <= beginMs),
    ),
  )
  return first ? withCounts([{ ...first, fromMs: beginMs, label: '' }, ...later]) : []
}

/** Pods that come and go leave the numbers as they are, as long as nobody expects other ones: all else begins them anew. */
function withCounts(chapters: readonly Candidate[]): readonly StagedChapter[] {
  const counted: StagedChapter[] = []
  for (const [i, chapter] of chapters.entries()) {
    const before = counted.at(-1)
    const goesOn = before && expectationOf(before.stage) === expectationOf(chapter.stage)
    counted.push({ ...chapter, counts: goesOn ? before.counts : i })
  }
  return counted
}

const worldWith = (world: World, routerFor: RouterFor, mesh: Mesh): World => ({
  ...world,
  mesh,
  routerFor,
  configFor: proxy => routerFor(proxy).config,
})

/** Where it stands in the text does not show. */
const lookOf = (stage: Stage): string =>
  JSON.stringify(stage, (key, value: unknown) => (key === 'origin' ? undefined : value))

/** All but the pods. */
const expectationOf = (stage: Stage): string =>
  lookOf({ ...stage, workloads: stage.workloads.map(workload => ({ ...workload, pods: [] })) })
