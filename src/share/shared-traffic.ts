import { isEither, isFlag, isList, isNumber, isOneOf, isPair, isRecord, isText, isWhole } from './guards.ts'
import type { Guard } from './guards.ts'

/** Who calls what, as `core/simulate` has it, in what JSON can hold: headers are pairs. */
export interface SharedTraffic {
  readonly seed: number
  readonly clients: readonly SharedClient[]
}

export interface SharedClient {
  readonly id: string
  readonly proxy: string
  readonly ratePerSecond: number
  readonly classes: readonly SharedClass[]
  readonly load?: SharedLoad
  readonly patienceMs?: number
}

interface Span {
  readonly startMs?: number
  readonly endMs?: number
  readonly count?: number
}

export type SharedLoad =
  | (Span & { readonly kind: 'rate'; readonly perSecond: number; readonly evenly?: boolean })
  | (Span & { readonly kind: 'loop'; readonly concurrency: number; readonly pauseMs?: number })
  | (Span & { readonly kind: 'burst'; readonly size: number })

export interface SharedClass {
  readonly id: string
  readonly label: string
  readonly weight: number
  readonly request: SharedRequest
  readonly vary?: {
    readonly in: 'header' | 'cookie' | 'query' | 'source'
    readonly name: string
    readonly values: readonly string[]
  }
}

export interface SharedRequest {
  readonly method: string
  readonly scheme: string
  readonly dialHost: string
  readonly dialPort: number
  readonly authority: string
  readonly path: string
  readonly headers: readonly (readonly [string, string])[]
  readonly connection?: string
  readonly clientAddress?: string
  readonly sourceAddress?: string
  readonly atGateway?: boolean
}

const LONGEST_WORD = 4_000
const MOST_THINGS = 1_000
const isWord = isText(LONGEST_WORD)
const isMs = isNumber(0, 1e9)
/** As many as the page lets one ask for. */
const isRate = isNumber(0, 100_000)
const SPAN = { startMs: isMs, endMs: isMs, count: isWhole(0, 1e9) }

const isRequest: Guard<SharedRequest> = isRecord(
  {
    method: isWord,
    scheme: isWord,
    dialHost: isWord,
    dialPort: isWhole(0, 65_535),
    authority: isWord,
    path: isWord,
    headers: isList(isPair(isWord), MOST_THINGS),
  },
  { connection: isWord, clientAddress: isWord, sourceAddress: isWord, atGateway: isFlag },
)

const isClass: Guard<SharedClass> = isRecord(
  { id: isWord, label: isWord, weight: isNumber(0, 1e9), request: isRequest },
  {
    vary: isRecord(
      { in: isOneOf('header', 'cookie', 'query', 'source'), name: isWord, values: isList(isWord, MOST_THINGS) },
      {},
    ),
  },
)

const isLoad: Guard<SharedLoad> = isEither(
  isRecord({ kind: isOneOf('rate'), perSecond: isRate }, { ...SPAN, evenly: isFlag }),
  isEither(
    isRecord({ kind: isOneOf('loop'), concurrency: isWhole(0, 10_000) }, { ...SPAN, pauseMs: isMs }),
    isRecord({ kind: isOneOf('burst'), size: isWhole(0, 1_000_000) }, SPAN),
  ),
)

export const isSharedTraffic: Guard<SharedTraffic> = isRecord(
  {
    seed: isNumber(-1e15, 1e15),
    clients: isList(
      isRecord(
        { id: isWord, proxy: isWord, ratePerSecond: isRate, classes: isList(isClass, MOST_THINGS) },
        { load: isLoad, patienceMs: isMs },
      ),
      MOST_THINGS,
    ),
  },
  {},
)
