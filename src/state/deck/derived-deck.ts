import { applyEdits } from '../../core/base/text-range.ts'
import type { TextRange } from '../../core/base/text-range.ts'
import { wordsOf } from '../../scene/index.ts'
import type { Stage } from '../../scene/index.ts'
import type { LocatedDiagnostic, Picture } from '../../worker/protocol.ts'
import type { DeckStep } from './deck-step.ts'
import { addedBy } from './added-by.ts'

type Played = Pick<Picture, 'stage' | 'ranges' | 'diagnostics' | 'chapters' | 'log'>

/** So long, and there is something to count. */
const SOME_MS = 5000
const MORE_MS = 10_000
const SAME_MS = 1
/** More events than these are no story. */
const MOST_EVENTS = 6

/**
 * What a run has to show, in order: who calls, the split, the first loss and what else comes about, the cause, its repair and
 * what that comes to. All of it is read off the log and the problems; what did not happen has no step.
 */
export function derivedDeck(text: string, picture: Played): readonly DeckStep[] {
  const stage = picture.chapters[0]?.stage ?? picture.stage
  if (!stage) return []
  const opening = [whoCalls(text, stage), ...theSplit(text, stage, picture)]
  const events = eventsOf(text, picture)
  const lastMs = Math.max(0, ...events.map(({ atMs }) => atMs))
  const cause = causeOf(picture)
  const untilMs = picture.log.untilMs
  if (!cause) {
    return [...opening, ...events, { ...plain(text, Math.min(untilMs, Math.max(lastMs + SOME_MS, 2 * MORE_MS))) }]
  }
  const why = {
    ...plain(text, Math.min(untilMs, lastMs + MORE_MS)),
    title: cause.title,
    notes: cause.detail,
    focus: cause.touches[0],
    lines: around(cause.range, picture.ranges.get(cause.touches[0] ?? '')),
    marks: [cause.range],
  }
  return [...opening, ...events, why, ...theRepair(text, cause)]
}

/** What a problem is part of says more than its line alone. */
const around = (range: TextRange, part: TextRange | undefined): TextRange =>
  part && part.start <= range.start && part.end >= range.end ? part : range

const plain = (text: string, atMs: number): DeckStep => ({
  title: undefined,
  notes: undefined,
  atMs,
  play: true,
  focus: undefined,
  lines: undefined,
  marks: [],
  text,
})

function whoCalls(text: string, { client, rules }: Stage): DeckStep {
  const { name, ratePerSecond, atOnce, classes } = client
  const [only] = rules
  const whom = rules.length === 1 && only ? only.title : `${String(rules.length)} hosts`
  const rate = ratePerSecond > 0 ? `${String(ratePerSecond)} requests a second` : `${String(atOnce ?? 0)} at a time`
  const kinds = classes.length > 1 ? `: ${classes.map(({ label }) => label).join(', ')}` : ''
  return { ...plain(text, 0), title: `${name} calls ${whom}`, notes: `${rate}${kinds}.`, focus: client.id }
}

/** The rule with several destinations that takes most. */
function theSplit(text: string, stage: Stage, { ranges, chapters }: Played): readonly DeckStep[] {
  const [split] = stage.rules
    .flatMap(({ rows, title }) =>
      rows.map(row => ({ row, host: title, legs: row.legs.filter(({ setShare }) => setShare !== undefined) })),
    )
    .filter(({ row, legs }) => row.share > 0 && legs.length > 1)
    .sort((a, b) => b.row.share - a.row.share)
  if (!split) return []
  const { row, legs, host } = split
  const whose = stage.rules.length > 1 ? `${host}: ` : ''
  const shares = legs.map(
    ({ label, setShare = 0 }) => `${Number((setShare * 100).toFixed(1)).toString()} % to ${label}`,
  )
  const marks = legs.flatMap(({ id }) => weightIn(text, ranges.get(id)) ?? [])
  // Of the first configuration, as long as that is in force.
  const atMs = Math.min(SOME_MS, (chapters[1]?.fromMs ?? Infinity) / 2)
  return [
    { ...plain(text, atMs), title: `${whose}${shares.join(', ')}`, focus: row.id, lines: ranges.get(row.id), marks },
  ]
}

/** The line of a destination that says its weight. */
function weightIn(text: string, leg: TextRange | undefined): TextRange | undefined {
  const found = leg && /\bweight:.*/.exec(text.slice(leg.start, leg.end))
  return found ? { start: leg.start + found.index, end: leg.start + found.index + found[0].length } : undefined
}

/** What is lost first, and the first of each kind of thing that comes about beside the requests; by time. */
function eventsOf(text: string, { log, chapters, ranges }: Played): readonly DeckStep[] {
  const bad = log.departures
    .filter(({ course, atMs }) => course.outcome !== 'succeeded' && atMs.length > 0)
    .map(({ course, atMs, chapter }) => ({ course, chapter, atMs: (atMs[0] ?? 0) + course.turnsAtMs }))
    .sort((a, b) => a.atMs - b.atMs)[0]
  const hole = chapters.flatMap(({ stage }) => stage.holes).find(({ id }) => id === bad?.course.end)
  const lines = hole && ranges.get(hole.id)
  const loss: readonly DeckStep[] = bad
    ? [
        {
          ...plain(text, bad.atMs),
          title: `The first one fails: ${hole?.label ?? wordsOf(bad.course.outcome)}`,
          notes: hole && `${hole.label}: ${hole.cause}.`,
          focus: hole?.id,
          lines,
          marks: lines ? [lines] : [],
        },
      ]
    : []
  const met = new Set<string>()
  const happened = (log.happenings?.marks ?? []).flatMap(({ kind, atMs, words }): readonly DeckStep[] => {
    const isNew = kind === 'applied' ? atMs > 0 : !met.has(kind)
    met.add(kind)
    return isNew ? [{ ...plain(text, atMs), title: sentence(words) }] : []
  })
  const all = [...loss, ...happened].sort((a, b) => a.atMs - b.atMs)
  // Of what comes about together the first says it.
  return all.filter(({ atMs }, i) => atMs - (all[i - 1]?.atMs ?? -Infinity) > SAME_MS).slice(0, MOST_EVENTS)
}

/** The first problem that requests are lost at. */
const causeOf = ({ diagnostics }: Played): LocatedDiagnostic | undefined =>
  diagnostics.find(({ severity, touches }) => (severity === 'error' || severity === 'warning') && touches.length > 0)

function theRepair(text: string, { fix }: LocatedDiagnostic): readonly DeckStep[] {
  if (!fix) return []
  const repaired = applyEdits(text, fix.edits)
  const lines = addedBy(fix.edits)
  return [
    { ...plain(repaired, 0), title: fix.title, lines, marks: lines ? [lines] : [] },
    { ...plain(repaired, MORE_MS), lines, marks: lines ? [lines] : [] },
  ]
}

/** Names stay as the text spells them. */
const sentence = (words: string): string =>
  /^(requests|retries) /.test(words) ? words.charAt(0).toUpperCase() + words.slice(1) : words
