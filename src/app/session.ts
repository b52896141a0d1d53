import type { Engine } from '../worker/engine-client.ts'
import type { Stores } from '../ui/stores.ts'

/** How far a run is simulated ahead at first, and each time its end comes near. */
const STRETCH_MS = 60_000
const LONGEST_MS = 3_600_000

/** Carries changes of text, caller and traffic to the engine, and its answers to the stores. */
export function startSession(stores: Stores, engine: Engine): void {
  const { document, picture, playback, selection, traffic } = stores
  let extending = false

  const compute = async (fresh: boolean, because?: string) => {
    picture.getState().begin()
    const { text } = document.getState()
    const answer = await engine.run({
      text,
      proxy: selection.getState().proxy,
      traffic: traffic.getState().own,
      untilMs: STRETCH_MS,
    })
    if (!answer) return
    picture.getState().receive(answer, text)
    playback.getState().hold(!answer.readable)
    if (!answer.readable) return
    const before = playback.getState().run?.picture.signature
    playback.getState().apply(answer, fresh, because)
    if (before !== answer.signature || fresh) selection.getState().focusOn(undefined)
  }

  document.subscribe((now, before) => {
    if (now.text !== before.text) void compute(now.fileName !== before.fileName)
  })
  selection.subscribe((now, before) => {
    if (now.proxy !== before.proxy) void compute(false, 'another caller')
    if (now.focus !== before.focus && now.focus !== undefined) {
      const wanted = now.focus
      void engine.explain(wanted).then(explanation => {
        if (selection.getState().focus === wanted) selection.getState().explain(explanation)
      })
    }
  })
  traffic.subscribe((now, before) => {
    if (now.own !== before.own) void compute(false, 'traffic changed')
  })
  playback.subscribe(({ run, shownMs }) => {
    if (!run || extending) return
    const { untilMs } = run.picture.log
    if (shownMs - run.fromMs < untilMs - STRETCH_MS / 3 || untilMs >= LONGEST_MS) return
    extending = true
    void engine.extend(untilMs + STRETCH_MS).then(longer => {
      extending = false
      if (longer && playback.getState().run?.picture.signature === run.picture.signature) {
        playback.getState().extend(longer)
      }
    })
  })
  void compute(true)
}
