import { fails } from '../scene/index.ts'
import {
  findRequest,
  firstSent,
  latestLanded,
  momentOf,
  neighbourLanding,
  neighbourMark,
  neighbourRequest,
} from '../state/index.ts'
import type { Stores } from '../ui/stores.ts'

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`

/** Going on, back and to a request. */
export function timeActions({ playback, selection, settings, view }: Stores) {
  const run = () => playback.getState().run
  const now = () => playback.getState().nowMs()
  /** To another moment, where what was said in passing of this one is not true. */
  const seek = (atMs: number) => {
    view.getState().show({ notice: undefined })
    playback.getState().seek(atMs)
  }
  const focusOn = (number: number) => {
    playback.getState().play(false)
    selection.getState().focusOn(number)
    selection.getState().showTab('trace')
    settings.getState().change({ inspectorOpen: true })
  }
  const visit = (number: number) => {
    const current = run()
    const request = current && findRequest(current, number)
    if (!request) return
    focusOn(number)
    seek(momentOf(request))
  }
  const lastLanded = (fits: Parameters<typeof latestLanded>[2]) => {
    const current = run()
    return current && latestLanded(current, now(), fits)
  }
  return {
    focusOn,
    visit,
    seek,
    playPause: () => {
      const { playing, play } = playback.getState()
      const current = run()
      if (!playing && current && now() >= current.picture.log.untilMs) seek(current.picture.log.fromMs)
      play(!playing)
    },
    step: (by: 1 | -1) => {
      const current = run()
      const near = current ? [neighbourLanding(current, now(), by), neighbourMark(current, now(), by)] : []
      const known = near.filter(each => each !== undefined)
      const atMs = known.length > 0 ? (by === 1 ? Math.min(...known) : Math.max(...known)) : undefined
      playback.getState().play(false)
      if (atMs !== undefined) seek(atMs)
    },
    seekBy: (ms: number) => {
      seek(now() + ms)
    },
    toStart: () => {
      seek(0)
    },
    nextRequest: (by: 1 | -1) => {
      const { focus } = selection.getState()
      const current = run()
      const number =
        focus === undefined || !current ? lastLanded(() => true)?.number : neighbourRequest(current, focus, by)
      if (number !== undefined) visit(number)
    },
    traceLoss: () => {
      const current = run()
      const isLost: Parameters<typeof latestLanded>[2] = ({ course }) => fails(course.outcome)
      // What has landed is told where time stands; where none has yet, the first one that will is gone to.
      const lost = lastLanded(isLost)
      if (lost) {
        focusOn(lost.number)
        return
      }
      const first = current && firstSent(current, isLost)
      if (!first) return
      const before = now()
      visit(first.number)
      const action = {
        title: 'Go back',
        run: () => {
          playback.getState().seek(before)
        },
      }
      view.getState().show({
        notice: {
          text: `None has failed by ${seconds(before)}. The first one does here, at ${seconds(now())}.`,
          action,
        },
      })
    },
  }
}
