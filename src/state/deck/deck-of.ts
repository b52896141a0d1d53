import type { Picture } from '../../worker/protocol.ts'
import { idAt } from '../annotations.ts'
import { derivedDeck } from './derived-deck.ts'
import type { DeckStep } from './deck-step.ts'

type Shown = Pick<Picture, 'stage' | 'ranges' | 'diagnostics' | 'chapters' | 'log' | 'presentation'>

/** The steps to present a text in: its own, else those that its run has to show; none where nothing runs. */
export function deckOf(text: string, picture: Shown): readonly DeckStep[] {
  if (!picture.stage && picture.chapters.length === 0) return []
  if (picture.presentation.length === 0) return derivedDeck(text, picture)
  return picture.presentation.map(slide => {
    const chapter = picture.chapters.findLast(({ fromMs }) => fromMs <= slide.atMs)
    const [place = slide.lines] = slide.marks
    return { ...slide, focus: place && idAt(chapter?.ranges ?? picture.ranges, place.start), text }
  })
}
