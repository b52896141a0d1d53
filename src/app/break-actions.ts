import type { TextEdit, TextRange } from '../core/base/text-range.ts'
import type { Breaks } from '../state/index.ts'
import { breakNotice } from '../ui/break-menu/break-words.ts'
import type { Stores } from '../ui/stores.ts'
import type { Engine } from '../worker/engine-client.ts'
import type { Reach } from './reach.ts'

/** Breaking and healing pods while they serve. */
export function breakActions({ document, picture, playback, view }: Stores, reach: Reach, engine: Engine) {
  const breaksOf = async (id: string): Promise<Breaks | undefined> => {
    const { run, nowMs } = playback.getState()
    const { text, stale } = picture.getState()
    if (!run || stale || text !== document.getState().text) return undefined
    const breaks = await engine.breaks(id, nowMs())
    // The edits are good only while the text is the one they were made for.
    return document.getState().text === text ? breaks : undefined
  }
  const breakIt = async (id: string, kind: Breaks['choices'][number]['kind']) => {
    // Time stands still until the new log is there: nothing that was seen changes.
    playback.getState().hold(true)
    const breaks = await breaksOf(id)
    const choice = breaks?.choices.find(one => one.kind === kind)
    const before = document.getState().text
    if (breaks && choice) {
      playback.getState().seek(choice.atMs)
      reach.editor()?.applyEdits(choice.edits)
      const range = placeOfLast(choice.edits)
      if (range) view.getState().show({ reveal: { range, cursor: false } })
      const undo = { title: 'Undo', run: () => reach.editor()?.undo() }
      view.getState().show({ notice: { text: breakNotice(breaks, kind), action: undo } })
    }
    if (document.getState().text === before) playback.getState().hold(picture.getState().stale)
  }
  return { breaksOf, breakIt }
}

/** Where the end of what edits put last in a text stands when they are done. */
function placeOfLast(edits: readonly TextEdit[]): TextRange | undefined {
  const last = edits.toSorted((a, b) => a.range.start - b.range.start).at(-1)
  if (!last) return undefined
  const grown = edits.reduce((sum, { range, text }) => sum + text.length - (range.end - range.start), 0)
  const end = last.range.end + grown - (last.text.length - last.text.trimEnd().length)
  return { start: end - 1, end }
}
