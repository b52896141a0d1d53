import type { HttpRequest } from '../core/route/index.ts'
import type { Fate, Place, Which } from './lesson.ts'

/** Requests that have come to the same end on the same way. */
export interface Landed {
  readonly request: HttpRequest
  readonly outcome: string
  /** Ids of all on the stage that they came by. */
  readonly touches: ReadonlySet<string>
  readonly tries: number
  readonly count: number
}

interface Card {
  readonly id: string
  readonly title: string
  readonly rows: readonly { readonly id: string }[]
}

/** As much of a stage as lessons name. */
export interface Staged {
  readonly client: { readonly id: string; readonly name: string }
  readonly rules: readonly Card[]
  readonly subsets: readonly Card[]
  readonly workloads: readonly { readonly id: string; readonly name: string; readonly share: number }[]
  readonly holes: readonly { readonly id: string; readonly label: string }[]
}

/** What a run has come to at a moment. */
export interface Results {
  readonly stage: Staged
  readonly landed: readonly Landed[]
}

export interface Found {
  /** Of the card. */
  readonly id: string
  /** Of what stands in the text: its rows, else itself. */
  readonly parts: readonly string[]
}

/** Undefined: the stage has no such thing. */
export function findPlace(stage: Staged, { card, title, row }: Place): Found | undefined {
  switch (card) {
    case 'client':
      return stage.client.name === title ? bare(stage.client.id) : undefined
    case 'workload':
      return bare(stage.workloads.find(({ name }) => name === title)?.id)
    case 'hole':
      return bare(stage.holes.find(({ label }) => label === title)?.id)
    case 'rules':
    case 'subsets': {
      const found = stage[card].find(one => one.title === title)
      if (!found) return undefined
      const rows = row === undefined ? found.rows : found.rows.slice(row, row + 1)
      return rows.length > 0 ? { id: found.id, parts: rows.map(({ id }) => id) } : undefined
    }
  }
}

const bare = (id: string | undefined): Found | undefined => (id === undefined ? undefined : { id, parts: [id] })

/** How many requests of a kind there are, and how many of them come to that. */
export function countFates(
  { stage, landed }: Results,
  which: Which,
  fate: Fate,
): { readonly n: number; readonly of: number } {
  let [n, of] = [0, 0]
  for (const one of landed) {
    if (!isOf(one.request, which)) continue
    of += one.count
    if (comesTo(one, fate, stage)) n += one.count
  }
  return { n, of }
}

export function isOf({ headers }: HttpRequest, { header, without }: Which): boolean {
  if (header && headers.get(header[0]) !== header[1]) return false
  return without === undefined || !headers.has(without)
}

function comesTo(one: Landed, { outcome, workload, place, leastTries = 0 }: Fate, stage: Staged): boolean {
  if (outcome !== undefined && one.outcome !== outcome) return false
  if (one.tries < leastTries) return false
  const places = [
    ...(workload === undefined ? [] : [{ card: 'workload', title: workload } as const]),
    ...(place ? [place] : []),
  ]
  return places.every(each => findPlace(stage, each)?.parts.some(id => one.touches.has(id)) === true)
}
