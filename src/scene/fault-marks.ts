import { faultWords } from './faults.ts'
import type { ShownFault } from './faults.ts'
import type { HappeningMark } from './happening-marks.ts'
import { podTail } from './pod-words.ts'
import type { PodDot } from './stage.ts'

/** A mark when pods begin to fail or slow down, and one when they are well again; those of one moment together. */
export function faultMarks(faults: readonly ShownFault[], dots: ReadonlyMap<string, PodDot>): readonly HappeningMark[] {
  const begun = faults.filter(({ fromMs }) => fromMs > 0)
  // One kind of failing that gives way to another is not healed.
  const isFollowed = ({ id, toMs, wrong }: ShownFault): boolean =>
    faults.some(next => next.id === id && next.fromMs === toMs && next.wrong.kind === wrong.kind)
  const ended = faults.filter(fault => fault.toMs < Infinity && !isFollowed(fault))
  return [
    ...marksOf(
      'broken',
      begun.map(fault => ({ id: fault.id, atMs: fault.fromMs, said: faultWords(fault.wrong) })),
      dots,
    ),
    ...marksOf(
      'healed',
      ended.map(fault => ({ id: fault.id, atMs: fault.toMs, said: soundAgain(fault) })),
      dots,
    ),
  ]
}

const soundAgain = ({ wrong }: ShownFault): string =>
  wrong.kind === 'slow' ? 'is as fast as before' : 'fails no longer'

interface Change {
  readonly id: string
  readonly atMs: number
  readonly said: string
}

function marksOf(
  kind: 'broken' | 'healed',
  changes: readonly Change[],
  dots: ReadonlyMap<string, PodDot>,
): readonly HappeningMark[] {
  const groups = new Map<string, { readonly change: Change; readonly names: string[] }>()
  for (const change of changes) {
    const key = `${change.atMs} ${change.said}`
    const group = groups.get(key) ?? { change, names: [] }
    groups.set(key, group)
    group.names.push(dots.get(change.id)?.name ?? change.id)
  }
  return [...groups.values()].map(({ change: { atMs, said }, names }) => {
    const label = names.length === 1 ? podTail(names[0] ?? '') : `${String(names.length)} pods`
    return { kind, atMs, label, words: `${names.join(', ')}: ${said}` }
  })
}
