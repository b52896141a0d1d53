import { beforeTyping, findRequest, isInBoth, typingAfter } from '../state/index.ts'
import type { Run, ShownFirst, Typing } from '../state/index.ts'
import type { Engine } from '../worker/engine-client.ts'
import type { Picture } from '../worker/protocol.ts'
import type { Stores } from '../ui/stores.ts'

/** How far a run is simulated ahead at first, and each time its end comes near. */
const STRETCH_MS = 60_000
const LONGEST_MS = 3_600_000
/** Up to where a run is to be known at a moment of it: further than the timeline goes. */
const aheadOf = (ms: number): number => Math.max(ms + STRETCH_MS / 3, ms * 1.2)

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

  /** The next picture is of another text, also where that has changed before there was one. */
  let fresh = false

  const compute = async (isOther: boolean, because?: string, typing?: Typing) => {
    fresh ||= isOther
    picture.getState().begin()
    const { run, past, nowMs: now } = playback.getState()
    const shown = fresh ? undefined : run?.picture
    const before = shown && beforeTyping({ run, past }, typing?.id).run?.picture
    const { text, opened, first } = document.getState()
    const nowMs = before ? now() : (first?.fromMs ?? 0)
    const onProblems = (problems: Picture['diagnostics']) => {
      picture.getState().tell(problems, text)
    }
    const shownMs = Math.min(Math.max(nowMs, first?.atMs ?? 0), nowMs + LONGEST_MS)
    const asked = {
      text,
      opened,
      proxy: selection.getState().proxy,
      traffic: traffic.getState().own,
      shownMs,
      untilMs: shownMs + STRETCH_MS,
      // What is typed is in force from the beginning of the typing on.
      nowMs: typing && before ? typing.sinceMs : nowMs,
      typing: typing?.id,
      before: before && { beginning: before.beginning, fromMs: before.log.fromMs, untilMs: before.log.untilMs },
    }
    const answer = await engine.run(asked, onProblems)
    if (!answer) {
      playback.getState().hold(picture.getState().stale)
      return
    }
    picture.getState().receive(answer, text)
    playback.getState().hold(!answer.readable)
    if (!answer.readable) return
    playback.getState().apply(answer, fresh, because, typing?.id)
    if (fresh && first) {
      fresh = false
      showFirst(first)
      return
    }
    fresh = false
    if (shown?.signature === answer.signature || isStillThere(shown && run)) tellAnew()
    else selection.getState().focusOn(undefined)
  }

  /** Goes to where a text was left that is opened again. */
  const showFirst = ({ atMs, focus, selected, holeOpen }: ShownFirst) => {
    playback.getState().seek(atMs)
    const { run } = playback.getState()
    const { focusOn, select, openHole } = selection.getState()
    focusOn(run && focus !== undefined && findRequest(run, focus) ? focus : undefined)
    select(selected)
    openHole(holeOpen)
  }

  /** The request in focus, in a run that goes on where the one before it was. */
  const isStillThere = (before: Run | undefined): boolean => {
    const { focus } = selection.getState()
    const { run } = playback.getState()
    if (!run || !before || focus === undefined) return false
    return run.picture.beginning === before.picture.beginning && isInBoth(before, run, focus)
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

  let typing: Typing | undefined
  document.subscribe((now, before) => {
    const isOther = now.opened !== before.opened
    if (now.text === before.text && !isOther) return
    const change = {
      before: before.text,
      after: now.text,
      wallMs: performance.now(),
      nowMs: playback.getState().nowMs(),
    }
    const next = typingAfter(typing, change)
    // Another text is not typed, and what is done to it at once is a change of its own.
    typing = isOther ? { ...next, lastWallMs: -Infinity } : next
    void compute(isOther, undefined, isOther ? undefined : next)
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
    const { fromMs, untilMs } = run.picture.log
    if (aheadOf(shownMs) < untilMs || untilMs - fromMs >= LONGEST_MS) return
    void extendTo(untilMs + STRETCH_MS, run.picture)
  })
  void compute(true)
}
