import type { ProxyId } from '../core/base/ids.ts'
import type { TextEdit } from '../core/base/text-range.ts'
import type { Traffic } from '../core/simulate/index.ts'
import type { MeshMap, Metrics, PoolFilm, ProxySection } from '../scene/index.ts'
import type { Explanation, Repair } from './protocol/explanation.ts'
import type { LanguageAnswer, LanguageQuestion } from './protocol/language.ts'
import type { KnownLog, LongerLog, RunBefore } from './protocol/log.ts'
import type { Breaks } from './protocol/breaks.ts'
import type { Measured } from './protocol/measured.ts'
import type { LocatedDiagnostic, Picture } from './protocol/picture.ts'
import type { ProxyConfig, RowUse } from './protocol/proxy.ts'
import type { RowReach } from './protocol/row-reach.ts'

export type { DeathReport, Explanation, LocatedLink, LocatedStep, Repair } from './protocol/explanation.ts'
export type { LanguageAnswer, LanguageQuestion } from './protocol/language.ts'
export type { KnownLog, Log, LongerLog, RunBefore } from './protocol/log.ts'
export type { Breaks } from './protocol/breaks.ts'
export type { Measured } from './protocol/measured.ts'
export type { RowReach } from './protocol/row-reach.ts'
export type { CallerChoice, Chapter, LocatedDiagnostic, LocatedSlide, Picture, Unseen } from './protocol/picture.ts'
export type { LocatedRow, ProxyConfig, RowUse } from './protocol/proxy.ts'

/** A text, and what beside it the picture depends on. */
export interface Change {
  readonly text: string
  /** Of which text it is a version: another number begins with an empty cluster, as none does. */
  readonly opened?: number | undefined
  /** Of which typing it is a stage: what is refused goes on as it was before that began. */
  readonly typing?: number | undefined
  /** Whose sidecar to look from; undefined or unknown: the first caller. */
  readonly proxy: ProxyId | undefined
  /** The user's own traffic; undefined: assumed from the text. */
  readonly traffic: Traffic | undefined
}

/**
 * What the page asks. Every question has an id, and its answer the same one; all but `run`, and `problems` before it, are about the
 * last `run`.
 */
export type Question =
  | ({ readonly kind: 'problems'; readonly id: number } & Change)
  | ({
      readonly kind: 'run'
      readonly id: number
      /** The question for the problems of the same change: what was worked out for it is not worked out again. */
      readonly after?: number | undefined
      /** What is shown of a new run at first; absent: what it begins with. */
      readonly shownMs?: number
      /** How far it is simulated then, or less far where that is much. */
      readonly untilMs: number
      /** When it comes into force; absent: at the beginning. */
      readonly nowMs?: number
      /** The run in force, which goes on where the text's begins alike: told anew, as far as it is known. */
      readonly before?: RunBefore | undefined
    } & Change)
  | { readonly kind: 'extend'; readonly id: number; readonly untilMs: number; readonly known: KnownLog }
  | { readonly kind: 'explain'; readonly id: number; readonly number: number }
  /** What would keep a request from dying; only while the page shows its hole. */
  | { readonly kind: 'repairs'; readonly id: number; readonly number: number }
  /** A request that a rule of the stage takes at a moment. */
  | { readonly kind: 'reach'; readonly id: number; readonly row: string; readonly atMs: number }
  | { readonly kind: 'write-assumed'; readonly id: number }
  /** Of another text; the last `run` stays what other questions are about. */
  | { readonly kind: 'measure'; readonly id: number; readonly text: string }
  /** What can be done to something on the stage at a moment of the run. */
  | { readonly kind: 'breaks'; readonly id: number; readonly target: string; readonly nowMs: number }
  /** Figures of what left from `fromMs` on, as of `untilMs`; only while the page shows them. */
  | { readonly kind: 'metrics'; readonly id: number; readonly fromMs: number; readonly untilMs: number }
  /** What clusters and pods have under way from `fromMs` to `untilMs`. */
  | { readonly kind: 'pools'; readonly id: number; readonly fromMs: number; readonly untilMs: number }
  /** What the proxy that is looked from was told; only while the page shows it. */
  | { readonly kind: 'proxy-config'; readonly id: number; readonly section: ProxySection; readonly filter: string }
  | { readonly kind: 'proxy-uses'; readonly id: number }
  /** Who calls whom in the whole text; only while the page shows it. */
  | { readonly kind: 'mesh-map'; readonly id: number }
  /** Undefined row: the whole section. */
  | {
      readonly kind: 'proxy-json'
      readonly id: number
      readonly section: ProxySection
      readonly row: string | undefined
    }
  /** About the editor's text as it is at the moment, which may be newer than the last `run`. */
  | ({ readonly kind: 'language'; readonly id: number; readonly text: string } & LanguageQuestion)

/** What the page says: a `run` for which it waits no longer has no other answer than that it was left off. */
export type Message = Question | { readonly kind: 'stop'; readonly run: number }

export type Answer =
  | { readonly kind: 'problems'; readonly id: number; readonly problems: readonly LocatedDiagnostic[] }
  | { readonly kind: 'picture'; readonly id: number; readonly picture: Picture }
  /** Of a `run` that was left off. */
  | { readonly kind: 'stopped'; readonly id: number }
  | { readonly kind: 'longer-log'; readonly id: number; readonly log: LongerLog | undefined }
  | { readonly kind: 'explanation'; readonly id: number; readonly explanation: Explanation | undefined }
  | { readonly kind: 'repairs'; readonly id: number; readonly repairs: readonly Repair[] }
  | { readonly kind: 'reach'; readonly id: number; readonly reach: RowReach | undefined }
  | { readonly kind: 'metrics'; readonly id: number; readonly metrics: Metrics | undefined }
  | { readonly kind: 'pools'; readonly id: number; readonly pools: PoolFilm | undefined }
  | { readonly kind: 'edits'; readonly id: number; readonly edits: readonly TextEdit[] }
  | { readonly kind: 'measured'; readonly id: number; readonly measured: Measured }
  | { readonly kind: 'breaks'; readonly id: number; readonly breaks: Breaks | undefined }
  | { readonly kind: 'proxy-config'; readonly id: number; readonly config: ProxyConfig | undefined }
  | { readonly kind: 'proxy-uses'; readonly id: number; readonly uses: readonly RowUse[] }
  | { readonly kind: 'mesh-map'; readonly id: number; readonly map: MeshMap | undefined }
  | { readonly kind: 'proxy-json'; readonly id: number; readonly text: string }
  | { readonly kind: 'language'; readonly id: number; readonly answer: LanguageAnswer }
  /** A defect of ours; the page keeps what it shows. */
  | { readonly kind: 'failed'; readonly id: number; readonly message: string }
