import type { Page } from '@playwright/test'

/** What the page's threads did while something was going on. Times are of the CPU, so a busy machine counts little. */
export interface Recorded {
  /** Of the main thread, for each frame that it made: all its tasks since the frame before, ms. */
  readonly frames: readonly number[]
  /** Tasks of the main thread of more than 50 ms. */
  readonly longTasks: number
  readonly mainMs: number
  /** Of all workers together. */
  readonly workersMs: number
  /** Of the main thread, from each mark `from` of the page to the mark `to` that follows. */
  readonly spans: readonly number[]
}

interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  readonly ts: number
  readonly tdur?: number
  readonly tts?: number
  readonly args?: { readonly name?: string }
}

const LONG_MS = 50
const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'blink.user_timing', '__metadata']

/** Traces the page while `act` runs. */
export async function record(page: Page, act: () => Promise<void>): Promise<Recorded> {
  const browser = page.context().browser()
  if (!browser) throw new Error('The page has no browser.')
  const session = await browser.newBrowserCDPSession()
  const events: TraceEvent[] = []
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])))
  const ended = new Promise<void>(resolve => session.on('Tracing.tracingComplete', () => resolve()))
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: CATEGORIES },
  })
  await act()
  await session.send('Tracing.end')
  await ended
  await session.detach()
  return readTrace(events)
}

function readTrace(events: readonly TraceEvent[]): Recorded {
  const threads = (name: RegExp): ReadonlySet<string> =>
    new Set(events.filter(one => one.name === 'thread_name' && name.test(one.args?.name ?? '')).map(keyOf))
  const onMain = on(events, threads(/^CrRendererMain$/))
  const onWorkers = on(events, threads(/^DedicatedWorker/))
  const tasks = onMain.filter(isTask)
  return {
    frames: perFrame(onMain),
    longTasks: tasks.filter(one => cpuMs(one) > LONG_MS).length,
    mainMs: sum(tasks.map(cpuMs)),
    workersMs: sum(onWorkers.filter(isTask).map(cpuMs)),
    spans: spansOf(onMain),
  }
}

/** A frame is made when it is committed; what follows in the task that commits counts for it too. */
function perFrame(onMain: readonly TraceEvent[]): readonly number[] {
  const commits = onMain.filter(({ name }) => name === 'Commit').map(({ ts }) => ts)
  const frames = commits.map(() => 0)
  let next = 0
  for (const task of onMain.filter(isTask)) {
    const end = task.ts + ((task as { readonly dur?: number }).dur ?? 0)
    const own = commits.findIndex((at, i) => i >= next && at >= task.ts)
    if (own < 0) break
    next = own
    frames[own] = (frames[own] ?? 0) + cpuMs(task)
    if ((commits[own] ?? 0) <= end) next = own + 1
  }
  // What came before the first one is not all there.
  return frames.slice(1)
}

function spansOf(onMain: readonly TraceEvent[]): readonly number[] {
  const [from, to] = ['from', 'to'].map(wanted => onMain.filter(({ name }) => name === wanted))
  return (from ?? []).map(({ tts = 0 }, i) => ((to?.[i]?.tts ?? 0) - tts) / 1000)
}

const on = (events: readonly TraceEvent[], threads: ReadonlySet<string>): readonly TraceEvent[] =>
  events.filter(one => threads.has(keyOf(one))).sort((a, b) => a.ts - b.ts)

const keyOf = ({ pid, tid }: TraceEvent): string => `${String(pid)} ${String(tid)}`
const isTask = ({ name, ph }: TraceEvent): boolean => name === 'RunTask' && ph === 'X'
const cpuMs = ({ tdur = 0 }: TraceEvent): number => tdur / 1000
const sum = (all: readonly number[]): number => all.reduce((before, one) => before + one, 0)

export function quantile(all: readonly number[], share: number): number {
  const sorted = [...all].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

/** The usual three numbers of a recording, by a name. */
export const workOf = (name: string, { frames, longTasks }: Recorded): Readonly<Record<string, number>> => ({
  [`${name}.frame.ms`]: quantile(frames, 0.5),
  [`${name}.frame.p95.ms`]: quantile(frames, 0.95),
  [`${name}.longTasks`]: longTasks,
})
