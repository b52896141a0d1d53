import { overlaps } from '../mesh/index.ts'
import { readSubset } from './names-in.ts'
import type { Meaning } from './names-in.ts'
import type { Names, Occurrence } from './occurrences.ts'

/** Everything that names the same thing. One subset of several hosts is the same where a wildcard's rule defines it for all. */
export function sameName(names: Names, meaning: Meaning): readonly Occurrence[] {
  return [...meaningsLike(names, meaning)].flatMap(one => names.byMeaning.get(one) ?? [])
}

/** What means the same. */
export function meaningsLike({ subsets }: Names, meaning: Meaning): ReadonlySet<Meaning> {
  const subset = readSubset(meaning)
  if (!subset) return new Set([meaning])
  const candidates = subsets.get(subset.name) ?? []
  const hosts = new Map([[meaning, subset.host]])
  const waiting = [subset.host]
  for (let host = waiting.pop(); host !== undefined; host = waiting.pop()) {
    for (const { meaning: other, host: of } of candidates) {
      if (hosts.has(other) || !overlaps(host, of)) continue
      hosts.set(other, of)
      waiting.push(of)
    }
  }
  return new Set(hosts.keys())
}

/** The places that define what a name means, its own host's first. */
export function definitionsOf(names: Names, meaning: Meaning): readonly Occurrence[] {
  const all = sameName(names, meaning).filter(({ isDefinition }) => isDefinition)
  const isOwn = (one: Occurrence): boolean => names.meaningOf(one) === meaning
  return [...all.filter(isOwn), ...all.filter(one => !isOwn(one))]
}
