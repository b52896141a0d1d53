import type { Departures } from './timetable.ts'
import { countUntil } from './timetable.ts'

/** What the departures of a longer log have that those of a shorter one have not. Plain data, a small part of the whole. */
export interface Growth {
  /** Numbers of requests that were still on their way: they are told anew. Sorted. */
  readonly gone: Uint32Array
  /** On courses that are known, by their place in the list. */
  readonly more: readonly ({ readonly place: number } & Pick<Departures, 'atMs' | 'numbers'>)[]
  /** On other ones: they come after those that are known. */
  readonly fresh: readonly Departures[]
}

/** How `known` grows by other departures under the same stages, among which those that have `gone` from it are told again. */
export function growthOf(known: readonly Departures[], gone: readonly number[], news: readonly Departures[]): Growth {
  const places = new Map<Departures['course'], Map<Departures['requestClass'], number>>()
  for (const [place, { course, requestClass }] of known.entries())
    places.set(course, (places.get(course) ?? new Map<Departures['requestClass'], number>()).set(requestClass, place))
  const more: Growth['more'][number][] = []
  const fresh: Departures[] = []
  for (const one of news) {
    const place = places.get(one.course)?.get(one.requestClass)
    if (place === undefined) fresh.push(one)
    else more.push({ place, atMs: one.atMs, numbers: one.numbers })
  }
  return { gone: Uint32Array.from(gone), more, fresh }
}

/** The departures of the longer log. What does not change stays the same object. */
export function grow(known: readonly Departures[], { gone, more, fresh }: Growth): readonly Departures[] {
  const grown = known.map(one => without(one, gone))
  for (const { place, atMs, numbers } of more) {
    const before = grown[place]
    if (before) grown[place] = mergedWith(before, { atMs, numbers })
  }
  return [...grown, ...fresh]
}

type Times = Pick<Departures, 'atMs' | 'numbers'>

function without(departures: Departures, gone: Uint32Array): Departures {
  const { atMs, numbers } = departures
  const isIn = (number: number, list: Uint32Array): boolean => list[countUntil(list, number) - 1] === number
  if (!gone.some(number => isIn(number, numbers))) return departures
  const isKept = numbers.map(number => (isIn(number, gone) ? 0 : 1))
  return {
    ...departures,
    atMs: atMs.filter((_, i) => isKept[i] === 1),
    numbers: numbers.filter((_, i) => isKept[i] === 1),
  }
}

/** What was still on its way comes in between, all else behind. */
function mergedWith(departures: Departures, { atMs: moreAtMs, numbers: moreNumbers }: Times): Departures {
  const [before, after] = [departures.numbers.length, moreNumbers.length]
  const atMs = new Float64Array(before + after)
  const numbers = new Uint32Array(before + after)
  let start = 0
  for (let i = 0; i < after; i++) {
    const number = moreNumbers[i] ?? 0
    const end = countUntil(departures.numbers, number)
    atMs.set(departures.atMs.subarray(start, end), start + i)
    numbers.set(departures.numbers.subarray(start, end), start + i)
    atMs[end + i] = moreAtMs[i] ?? 0
    numbers[end + i] = number
    start = end
  }
  atMs.set(departures.atMs.subarray(start), start + after)
  numbers.set(departures.numbers.subarray(start), start + after)
  return { ...departures, atMs, numbers }
}
