import type { Diagnostic, Fix, Severity, Statement } from '../../core/base/diagnostic.ts'
import type { ProxyId } from '../../core/base/ids.ts'
import type { TextRange } from '../../core/base/text-range.ts'
import type { HiddenReason } from '../../core/compile/index.ts'
import type { Traffic } from '../../core/simulate/index.ts'
import type { Stage } from '../../scene/index.ts'
import type { Log } from './log.ts'

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
  /** Services of the text, assumed ones among them. */
  readonly services: number
  /** Whom the picture can be looked at from. */
  readonly callers: readonly CallerChoice[]
  /** What `proxy` cannot see of the text. */
  readonly unseen: readonly Unseen[]
  readonly traffic: Traffic
  /** Where things on the stage stand in the text, by id. */
  readonly ranges: ReadonlyMap<string, TextRange>
  /** What a Scenario's steps make of the picture one after the other; by time, the first with the log, one without steps. */
  readonly chapters: readonly Chapter[]
  readonly log: Log
  /** What the text's Scenario wants a room to be shown; empty: it says nothing of that. */
  readonly presentation: readonly LocatedSlide[]
}

/** A step of a presentation. */
export interface LocatedSlide {
  readonly title: string | undefined
  /** For the speaker alone. */
  readonly notes: string | undefined
  /** After the run's start. */
  readonly atMs: number
  readonly play: boolean
  /** What is shown of the text, and what of that is spoken of. */
  readonly lines: TextRange | undefined
  readonly marks: readonly TextRange[]
}

/** The picture from `fromMs` on: what the proxy had been told by then. */
export interface Chapter {
  readonly fromMs: number
  /** What brought it about; empty for the first one. */
  readonly label: string
  /** Whose numbers are shown: of the departures with this as their chapter. */
  readonly counts: number
  /** When the first of these could leave: earlier than `fromMs` where the picture waits for the last ones before to land. */
  readonly countsFromMs: number
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
  /** Told before the stage that would tell what it does to requests. */
  readonly isNew?: true
  /** Ids on the stage that stand at this place, so that requests lost can be counted. */
  readonly touches: readonly string[]
  /** What on the stage counts the requests that come by its place. */
  readonly passes: readonly string[]
}
