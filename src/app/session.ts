import { extended, goesOn } from '../state/index.ts'
import type { Run } from '../state/index.ts'
import type { Engine } from '../worker/engine-client.ts'
import type { Picture } from '../worker/protocol.ts'
import type { Stores } from '../ui/stores.ts'

/** How far a run is simulated ahead at first, and each time its end comes near. */
const STRETCH_MS = 60_000
const LONGEST_MS = 3_600_000

/** Carries changes of text, caller and traffic to the engine, and its answers to the stores. */
export function startSession(stores: Stores, engine: Engine): void {
  const { document, picture, playback, selection, traffic } = stores
  let extending = false

  const extendTo = async (untilMs: number, { log, signature }: Picture) => {
    extending = true
    const longer = await engine.extend(untilMs, log)
    extending = false
    if (!longer || playback.getState().run?.picture.signature !== signature) return
    playback.getState().extend(longer)
    // More requests died by then, and the one in focus may have come to its end.
    const { holeOpen, focus, explanation } = selection.getState()
    const isOpen = explanation !== undefined && explanation.status === undefined
    if ((holeOpen || isOpen) && focus !== undefined) explain(focus)
  }

  const tellUntil = async (answer: Picture, run: Run | undefined): Promise<Picture> => {
    const { untilMs = 0 } = run?.picture.log ?? {}
    if (untilMs <= answer.log.untilMs) return answer
    extending = true
    const longer = await engine.extend(untilMs, answer.log)
    extending = false
    return longer ? extended(answer, longer) : answer
  }

  const compute = async (fresh: boolean, because?: string) => {
    picture.getState().begin()
    const { text, opened } = document.getState()
    const answer = await engine.run({
      text,
      opened,
      proxy: selection.getState().proxy,
      traffic: traffic.getState().own,
      untilMs: STRETCH_MS,
    })
    if (!answer) {
      playback.getState().hold(picture.getState().stale)
      return
    }
    const { run } = playback.getState()
    const before = run?.picture
    const isSame = before?.signature === answer.signature
    // Told anew as far as it was told: the moment that is shown may be late in it.
    const told = !fresh && !isSame && goesOn(run, answer) ? await tellUntil(answer, run) : answer
    picture.getState().receive(told, text)
    playback.getState().hold(!answer.readable)
    if (!answer.readable) return
    playback.getState().apply(told, fresh, because)
    if (before?.signature !== answer.signature || fresh) selection.getState().focusOn(undefined)
    // The same run, which goes on: the engine has just begun it anew, and is asked about all of it.
    else {
      tellAnew()
      if (before.log.untilMs > answer.log.untilMs) await extendTo(before.log.untilMs, before)
    }
  }

  const explain = (wanted: number) => {
    void engine.explain(wanted).then(explanation => {
      if (selection.getState().focus === wanted) selection.getState().explain(explanation)
    })
  }
  const offer = (wanted: number) => {
    void engine.repairs(wanted).then(repairs => {
      if (selection.getState().focus === wanted) selection.getState().offer(repairs)
    })
  }

  /** Places in the text have moved. */
  const tellAnew = () => {
    const { focus, holeOpen } = selection.getState()
    selection.getState().offer(undefined)
    if (focus === undefined) return
    explain(focus)
    if (holeOpen) offer(focus)
  }

  document.subscribe((now, before) => {
    if (now.text !== before.text) void compute(now.fileName !== before.fileName)
  })
  selection.subscribe((now, before) => {
    if (now.proxy !== before.proxy) void compute(false, 'another caller')
    if (now.focus !== before.focus && now.focus !== undefined) explain(now.focus)
    if (now.holeOpen && !before.holeOpen && now.focus !== undefined && now.repairs === undefined) offer(now.focus)
  })
  traffic.subscribe((now, before) => {
    if (now.own !== before.own) void compute(false, 'traffic changed')
  })
  playback.subscribe(({ run, shownMs }) => {
    if (!run?.picture.stage || extending) return
    const { untilMs } = run.picture.log
    if (shownMs - run.fromMs < untilMs - STRETCH_MS / 3 || untilMs >= LONGEST_MS) return
    void extendTo(untilMs + STRETCH_MS, run.picture)
  })
  void compute(true)
}
