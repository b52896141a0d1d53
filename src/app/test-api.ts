import { chapterAt, particlesOf, tallyOf } from '../state/index.ts'
import type { Stores } from '../ui/stores.ts'
import { logDigest } from './log-digest.ts'

/** What browser tests may read and do; only in builds of mode `e2e`. */
export function installTestApi({ playback, picture }: Stores): void {
  Object.assign(window, {
    meshscope: {
      advance(ms: number) {
        const { nowMs, seek } = playback.getState()
        seek(nowMs() + ms)
      },
      nowMs: () => playback.getState().nowMs(),
      tally() {
        const { run, nowMs } = playback.getState()
        const { total, byOutcome, counts } = tallyOf(run, nowMs())
        return { total, byOutcome: [...byOutcome], counts: [...counts] }
      },
      particles() {
        const { run, past, nowMs } = playback.getState()
        return particlesOf(run, past.at(-1), nowMs()).map(({ number, look, step }) => ({
          number,
          look,
          step: step.kind,
        }))
      },
      /** Goes to a moment, as a drag on the timeline does. */
      seek(ms: number) {
        playback.getState().seek(ms)
      },
      /** All that the stage shows now, as data. */
      scene() {
        const { run, past, nowMs } = playback.getState()
        const chapter = chapterAt(run, nowMs())
        const { total, byOutcome, counts, inFlight } = tallyOf(run, nowMs())
        return {
          chapter: { fromMs: chapter?.fromMs, label: chapter?.label },
          holes: chapter?.stage.holes.map(({ label }) => label),
          lanes: chapter?.stage.lanes.map(({ id, tone }) => [id, tone]),
          tally: { total, byOutcome: [...byOutcome], counts: [...counts], inFlight: [...inFlight] },
          particles: particlesOf(run, past.at(-1), nowMs()),
        }
      },
      signature: () => picture.getState().latest?.signature,
      /** Of all that is known of the run so far, whatever time it is. */
      digest() {
        const { run } = playback.getState()
        return run && { untilMs: run.picture.log.untilMs, digest: logDigest(run.picture.log) }
      },
    },
  })
}
