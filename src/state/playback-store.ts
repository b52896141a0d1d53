import { createStore } from 'zustand/vanilla'
import { grow } from '../scene/index.ts'
import type { Chapter, LongerLog, Picture } from '../worker/protocol.ts'

/** One configuration while it is in force: its log's `fromMs` says since when. */
export interface Run {
  readonly picture: Picture
  /** What brought it into force, in words for the timeline: `config applied`. */
  readonly because: string
  /** While what is typed brings it into force. */
  readonly typing?: number | undefined
}

/** A run that a newer configuration replaced at `toMs`: its requests finish under it. */
export interface PastRun extends Run {
  readonly toMs: number
}

export interface PlaybackData {
  readonly playing: boolean
  /** Time stands still whatever plays: the text cannot be read, nothing new is running. */
  readonly held: boolean
  /** Simulated seconds a second: 0.1 to 20. */
  readonly speed: number
  /** As of the last time it was told; the clock itself is in `nowMs()`. */
  readonly shownMs: number
  readonly run: Run | undefined
  /** How many runs began without a past: all since are of versions of one text. */
  readonly opened: number
  readonly past: readonly PastRun[]
  /** Up to where the timeline goes: further, little by little, as the shown moment comes near. */
  readonly axisMs: number
}

export interface PlaybackActions {
  readonly play: (playing: boolean) => void
  readonly hold: (held: boolean) => void
  readonly setSpeed: (speed: number) => void
  /** The clock, which moves sixty times a second without telling anyone. */
  readonly nowMs: () => number
  /** Moves the clock on by real milliseconds, if it plays. */
  readonly advance: (realMs: number) => void
  /** Tells the page what time it is. */
  readonly show: () => void
  /** Goes to a moment of the current run. */
  readonly seek: (atMs: number) => void
  /**
   * A configuration comes into force when its log says; `fresh`: without a past; `typing`: in place of what the same typing
   * brought into force before.
   */
  readonly apply: (picture: Picture, fresh: boolean, because?: string, typing?: number) => void
  /** The run in force is known up to a later moment. */
  readonly extend: (longer: LongerLog) => void
}

export type PlaybackStore = ReturnType<typeof createPlaybackStore>

/** Runs that ended longer ago are forgotten. */
const LONGEST_PAST_MS = 600_000

/** What the timeline shows at first; and how much of it the past may fill before it grows with the time. */
const FIRST_AXIS_MS = 60_000
const FILLED = 0.9

/** The timeline's end when `shownMs` is shown: never nearer than it was. */
const axisFor = (axisMs: number, shownMs: number): number => Math.max(axisMs, FIRST_AXIS_MS, shownMs / FILLED)

/** What was in force, and before that, when a typing began. */
export function beforeTyping({ run, past }: Pick<PlaybackData, 'run' | 'past'>, typing: number | undefined) {
  const last = past.at(-1)
  if (typing === undefined || run?.typing !== typing || !last) return { run, past }
  const { toMs: _, ...before } = last
  return { run: before, past: past.slice(0, -1) }
}

/** The run that follows when `picture` comes into force, a moment before `nowMs`. */
function applyPicture(data: PlaybackData, next: Run, nowMs: number, fresh: boolean) {
  const { run, past } = beforeTyping(data, next.typing)
  const { picture } = next
  if (fresh || !run) return { run: next, past: [], atMs: picture.log.fromMs }
  if (run.picture.signature === picture.signature) {
    const { log, chapters } = run.picture
    return { run: { ...run, picture: { ...picture, log, chapters: placedAnew(chapters, picture) } }, past, atMs: nowMs }
  }
  const { fromMs, untilMs } = picture.log
  const atMs = Math.min(Math.max(nowMs, fromMs), untilMs)
  if (run.picture.beginning === picture.beginning) return { run: { ...run, picture }, past, atMs }
  const known = [...past, { ...run, toMs: fromMs }].filter(({ toMs }) => fromMs - toMs <= LONGEST_PAST_MS)
  return { run: next, past: known, atMs }
}

/** Up to where time is shown: what is not simulated yet cannot be gone to. */
export const timelineEnd = ({ run, axisMs }: Pick<PlaybackData, 'run' | 'axisMs'>): number =>
  run ? Math.min(axisMs, run.picture.log.untilMs) : 0

/** A picture with what has become known of its run since. */
function extended(picture: Picture, { growth, growsFrom, chapters, ...head }: LongerLog): Picture {
  const departures = grow(growsFrom === 'known' ? picture.log.departures : [], growth)
  return { ...picture, log: { ...head, departures }, chapters: chapters ?? picture.chapters }
}

/** The same pictures; where their things stand in the text may have changed, and whether it is the text that has them. */
const placedAnew = (chapters: readonly Chapter[], { chapters: anew }: Picture): readonly Chapter[] =>
  chapters.map((chapter, i) => {
    const { ranges, earlier } = anew[i] ?? chapter
    return { ...chapter, ranges, earlier }
  })

/** What plays, and what time it is. */
export function createPlaybackStore(playing: boolean) {
  let clockMs = 0
  return createStore<PlaybackData & PlaybackActions>()((set, get) => {
    const told = () => ({ shownMs: clockMs, axisMs: axisFor(get().axisMs, clockMs) })
    return {
      playing,
      held: false,
      speed: 1,
      shownMs: 0,
      run: undefined,
      opened: 0,
      past: [],
      axisMs: FIRST_AXIS_MS,
      play: playing => {
        set({ playing, ...told() })
      },
      hold: held => {
        set({ held })
      },
      setSpeed: speed => {
        set({ speed })
      },
      nowMs: () => clockMs,
      advance: realMs => {
        const { playing, held, speed, run } = get()
        if (!playing || held || !run) return
        clockMs = Math.min(clockMs + realMs * speed, run.picture.log.untilMs)
      },
      show: () => {
        if (get().shownMs !== clockMs) set(told())
      },
      seek: atMs => {
        const { run } = get()
        if (!run) return
        const { fromMs, untilMs } = run.picture.log
        clockMs = Math.min(Math.max(atMs, fromMs), untilMs)
        set(told())
      },
      apply: (picture, fresh, because = 'config applied', typing) => {
        const { run, past, atMs } = applyPicture(get(), { picture, because, typing }, clockMs, fresh)
        clockMs = atMs
        const opened = get().opened + (fresh ? 1 : 0)
        set({ run, opened, past, shownMs: atMs, axisMs: axisFor(atMs === 0 ? 0 : get().axisMs, atMs) })
      },
      extend: longer => {
        const { run } = get()
        if (run) set({ run: { ...run, picture: extended(run.picture, longer) } })
      },
    }
  })
}
