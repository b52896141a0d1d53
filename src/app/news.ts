import type { Headline, Moment, Stage, Tally } from '../scene/index.ts'

/** What the page stands at, so far as it is spoken of. */
export interface Standing {
  /** Of what the headline speaks; another one is told by the headline alone. */
  readonly of: string
  readonly headline: string
  /** Holes that no text makes certain and that something has fallen into, by id. */
  readonly holes: ReadonlyMap<string, string>
  /** Names of pods that are ejected. */
  readonly out: readonly string[]
  /** Some of the requests of the last seconds failed. */
  readonly fails: boolean
  /** What the lesson's step asks for is done; absent: it asks for nothing. */
  readonly isMet?: boolean | undefined
}

export function standingOf(
  of: string,
  { title, detail }: Headline,
  shown: { readonly stage: Stage | undefined; readonly tally: Tally; readonly moment: Moment },
  isMet?: boolean,
): Standing {
  const { stage, tally, moment } = shown
  const opened = stage?.holes.filter(({ id, share }) => share === 0 && (tally.counts.get(id) ?? 0) > 0) ?? []
  const pods = stage?.workloads.flatMap(workload => workload.pods) ?? []
  return {
    of,
    headline: `${title} ${detail}`,
    holes: new Map(opened.map(({ id, label, cause }) => [id, `${label}, ${cause}`])),
    out: pods.filter(({ id }) => moment.pods.get(id)?.kind === 'out').map(({ name }) => name),
    fails: (tally.recent?.failed.size ?? 0) > 0,
    isMet,
  }
}

/** What there is to say of the difference: a new hole, pods out and all back, all well again. Numbers that grow are no news. */
export function newsOf(before: Standing | undefined, now: Standing): string {
  const goal = now.isMet === true && before?.isMet !== true ? ['The goal is met.'] : []
  if (before?.of !== now.of) return [now.headline, ...goal].join(' ')
  const holes = [...now.holes].filter(([id]) => !before.holes.has(id)).map(([, words]) => `New hole: ${words}.`)
  const out = now.out.filter(name => !before.out.includes(name))
  const are = out.length === 1 ? 'is' : 'are'
  return [
    ...holes,
    ...(out.length > 0 ? [`${out.join(', ')} ${are} ejected.`] : []),
    ...(before.out.length > 0 && now.out.length === 0 ? ['No pod is ejected any more.'] : []),
    ...(before.fails && !now.fails && now.out.length === 0 ? ['Every request succeeds again.'] : []),
    ...goal,
  ].join(' ')
}
