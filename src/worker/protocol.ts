import type { Diagnostic, Fix, Severity, Statement } from '../core/base/diagnostic.ts'
import type { ProxyId } from '../core/base/ids.ts'
import type { TextEdit, TextRange } from '../core/base/text-range.ts'
import type { HiddenReason } from '../core/compile/index.ts'
import type { Completion, Explained, OutlineEntry, Renamable, Renaming, Target } from '../core/language/index.ts'
import type { HttpRequest, Trace } from '../core/route/index.ts'
import type { BreakChoice } from '../core/pipeline/index.ts'
import type { Traffic } from '../core/simulate/index.ts'
import type {
  CauseLink,
  Departures,
  Growth,
  Happenings,
  Metrics,
  PoolFilm,
  ProxySection,
  Stage,
  Waterfall,
} from '../scene/index.ts'

/** What the page asks. Every question has an id, and its answer the same one; all but `run` are about the last `run`. */
export type Question =
  | {
      readonly kind: 'run'
      readonly id: number
      readonly text: string
      /** Of which text it is a version: another number begins with an empty cluster, as none does. */
      readonly opened?: number
      /** Whose sidecar to look from; undefined or unknown: the first caller. */
      readonly proxy: ProxyId | undefined
      /** The user's own traffic; undefined: assumed from the text. */
      readonly traffic: Traffic | undefined
      readonly untilMs: number
    }
  | { readonly kind: 'extend'; readonly id: number; readonly untilMs: number; readonly known: KnownLog }
  | { readonly kind: 'explain'; readonly id: number; readonly number: number }
  /** What would keep a request from dying; only while the page shows its hole. */
  | { readonly kind: 'repairs'; readonly id: number; readonly number: number }
  /** A request that a rule of the stage takes; `atMs` after the run's start. */
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
  /** Undefined row: the whole section. */
  | {
      readonly kind: 'proxy-json'
      readonly id: number
      readonly section: ProxySection
      readonly row: string | undefined
    }
  /** About the editor's text as it is at the moment, which may be newer than the last `run`. */
  | ({ readonly kind: 'language'; readonly id: number; readonly text: string } & LanguageQuestion)

/** What an editor asks about an offset of its text. */
export type LanguageQuestion =
  | { readonly ask: 'complete' | 'explain' | 'define' | 'refer' | 'may-rename'; readonly offset: number }
  | { readonly ask: 'rename'; readonly offset: number; readonly name: string }
  | { readonly ask: 'outline' | 'format' }

export type LanguageAnswer =
  | { readonly ask: 'complete'; readonly completion: Completion | undefined }
  | { readonly ask: 'explain'; readonly explained: Explained | undefined }
  | { readonly ask: 'define' | 'refer'; readonly targets: readonly Target[] }
  | { readonly ask: 'may-rename'; readonly renamable: Renamable }
  | { readonly ask: 'rename'; readonly renaming: Renaming }
  | { readonly ask: 'outline'; readonly entries: readonly OutlineEntry[] }
  | { readonly ask: 'format'; readonly edits: readonly TextEdit[] }

export type Answer =
  | { readonly kind: 'picture'; readonly id: number; readonly picture: Picture }
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
  | { readonly kind: 'proxy-json'; readonly id: number; readonly text: string }
  | { readonly kind: 'language'; readonly id: number; readonly answer: LanguageAnswer }
  /** A defect of ours; the page keeps what it shows. */
  | { readonly kind: 'failed'; readonly id: number; readonly message: string }

/** All that the page shows of one text: plain data. */
export interface Picture {
  readonly readable: boolean
  readonly diagnostics: readonly LocatedDiagnostic[]
  /** Of the whole text. Undefined where there is nothing to show: no resource, or no traffic for the caller. */
  readonly stage: Stage | undefined
  /** The same for texts that differ in nothing that traffic could notice. */
  readonly signature: string
  /** The same for texts whose runs begin alike: pods behave differently only later. */
  readonly beginning: string
  readonly proxy: ProxyId | undefined
  /** Whom the picture can be looked at from. */
  readonly callers: readonly CallerChoice[]
  /** What `proxy` cannot see of the text. */
  readonly unseen: readonly Unseen[]
  readonly traffic: Traffic
  /** Where things on the stage stand in the text, by id. */
  readonly ranges: ReadonlyMap<string, TextRange>
  /** What a Scenario's steps make of the picture one after the other; by time, the first at 0, one without steps. */
  readonly chapters: readonly Chapter[]
  readonly log: Log
}

/** What can be done to pods of the stage while they serve, at a moment of the run. */
export interface Breaks {
  /** Of the pod, workload or subset on the stage. */
  readonly id: string
  /** In words. */
  readonly name: string
  readonly pods: number
  /** At least one; edits of the text that was asked about. */
  readonly choices: readonly BreakChoice[]
}

/** The picture from `fromMs` after the run's start: what the proxy had been told by then. */
export interface Chapter {
  readonly fromMs: number
  /** What brought it about; empty for the first one. */
  readonly label: string
  /** Whose numbers are shown: of the departures with this as their chapter. */
  readonly counts: number
  readonly stage: Stage
  readonly ranges: ReadonlyMap<string, TextRange>
  /** Cards whose version in the text is refused: they show the one that the cluster keeps. */
  readonly earlier: ReadonlySet<string>
}

export interface CallerChoice {
  readonly proxy: ProxyId
  readonly name: string
  readonly namespace: string
  readonly sidecar: boolean
  readonly gateway: boolean
}

/** A resource that the caller does not see, and the line that keeps it away. */
export interface Unseen {
  /** Its place is in the picture's `ranges` under this, where it has one. */
  readonly id: string
  readonly kind: string
  readonly name: string
  readonly namespace: string
  readonly reason: HiddenReason
  readonly because: string
  readonly line: number | undefined
}

export interface LocatedDiagnostic {
  readonly code: Diagnostic['code']
  readonly severity: Severity
  readonly title: string
  readonly detail: string
  readonly range: TextRange
  /** Counted from 1. */
  readonly line: number
  readonly fix?: Fix
  /** Repairs that may be meant as well. */
  readonly otherFixes?: readonly Fix[]
  readonly link?: string
  /** What istioctl says of the same thing. */
  readonly tool?: readonly Statement[]
  /** Refused, and the cluster goes on with an earlier version. */
  readonly isKept?: true
  /** Ids on the stage that stand at this place, so that requests lost can be counted. */
  readonly touches: readonly string[]
}

/** What a text comes to when its own traffic is played for a while. */
export interface Measured {
  /** What each is called: here, and by istioctl where that is something else. */
  readonly problems: readonly (Pick<LocatedDiagnostic, 'title' | 'line'> & { readonly codes: readonly string[] })[]
  readonly sent: number
  /** `503 NC`, `200 from reviews-v2`; the most frequent first. */
  readonly answers: readonly { readonly words: string; readonly count: number }[]
}

/** What happens until `untilMs` after the run's start. */
export interface Log {
  /** Which of the engine's runs it is of, from 1. */
  readonly series: number
  readonly untilMs: number
  readonly departures: readonly Departures[]
  /** What happens beside the requests; absent: nothing. */
  readonly happenings?: Happenings
}

/** Which log the page has, so that it need not get it twice. */
export type KnownLog = Pick<Log, 'series' | 'untilMs'>

/** The log of the same run up to a later moment. */
export interface LongerLog extends Omit<Log, 'departures'> {
  /** What it has more than the one that the page knows, or than none. */
  readonly growth: Growth
  readonly growsFrom: 'known' | 'nothing'
  /** The same ones, with what requests were seen to come to since; absent: as before. */
  readonly chapters?: readonly Chapter[]
}

export interface Explanation {
  readonly number: number
  readonly atMs: number
  readonly method: string
  readonly url: string
  readonly headers: readonly (readonly [string, string])[]
  /** Undefined: still on its way where the run as far as it is known ends. */
  readonly status: number | undefined
  readonly flags: string
  readonly steps: readonly LocatedStep[]
  /** Where it fell into a hole. */
  readonly death?: DeathReport
  /** Its tries on its own time axis, where there is more than one or something to wait for. */
  readonly tries?: Waterfall
  /** As Istio's default format prints it; undefined where no proxy logs the request. */
  readonly accessLog: string | undefined
  /** Commands that confirm it in a cluster, and what they print where it is so. */
  readonly confirm: readonly { readonly command: string; readonly note: string }[]
}

/** Why a request came to nothing. */
export interface DeathReport {
  /** On the stage. */
  readonly hole: string
  readonly chain: readonly LocatedLink[]
  /** What is said to be wrong at the places of the chain, each code once. */
  readonly problems: readonly Pick<LocatedDiagnostic, 'code' | 'title'>[]
  /** When requests of each class fell in, in the chapter that the request is of. */
  readonly classes: readonly { readonly label: string; readonly landsAtMs: Float64Array }[]
}

/** Whether a rule can be reached: by the router's own word, or by proof; `not-found` is neither. */
export type RowReach =
  | { readonly kind: 'request'; readonly request: HttpRequest }
  /** Rules that take all that it matches, with their lines. */
  | { readonly kind: 'shadowed'; readonly by: readonly string[] }
  | { readonly kind: 'absent'; readonly because: string }
  | { readonly kind: 'not-found' }

/** An edit that keeps requests from dying, in offsets of the text in force. */
export interface Repair extends Fix {
  /** Of the problem that it repairs, where it is one's. */
  readonly code?: string
  /** Requests of the same traffic that are lost by `untilMs`, as it is and with the edit; absent: not tried out. */
  readonly tried?: {
    readonly untilMs: number
    readonly lostNow: number
    readonly ofNow: number
    readonly lostThen: number
    readonly ofThen: number
  }
}

export interface LocatedLink extends Omit<CauseLink, 'origin'> {
  readonly range: TextRange | undefined
  readonly line: number | undefined
}

export interface LocatedStep {
  readonly step: Trace[number]
  /** On the stage, where the text has no place for it: the cluster keeps an earlier version. */
  readonly row?: string
  readonly range: TextRange | undefined
  readonly line: number | undefined
}

/** One section of what a proxy was told, as `istioctl proxy-config` prints it. */
export interface ProxyConfig {
  readonly section: ProxySection
  readonly columns: readonly string[]
  /** Rows of each section, filter or not. */
  readonly counts: readonly (readonly [section: ProxySection, rows: number])[]
  /** How many rows the filter fits; of many only the first are here. */
  readonly total: number
  readonly rows: readonly LocatedRow[]
}

export interface LocatedRow {
  readonly id: string
  readonly cells: readonly string[]
  readonly range: TextRange | undefined
  readonly line: number | undefined
}

/** Requests that came by the same rows (`section:id`), by when they land after the run's start. */
export interface RowUse {
  readonly rows: readonly string[]
  readonly landsAtMs: Float64Array
  readonly numbers: Uint32Array
}
