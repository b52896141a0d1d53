import type { Fix } from '../../core/base/diagnostic.ts'
import type { TextRange } from '../../core/base/text-range.ts'
import type { Trace } from '../../core/route/index.ts'
import type { CauseLink, Waterfall } from '../../scene/index.ts'
import type { LocatedDiagnostic } from './picture.ts'

export interface Explanation {
  readonly number: number
  readonly atMs: number
  readonly method: string
  readonly url: string
  readonly headers: readonly (readonly [string, string])[]
  /** Undefined: still on its way where the run as far as it is known ends. */
  readonly status: number | undefined
  readonly flags: string
  /** After it left: from when on the stage shows what it came to; Infinity while it is on its way. */
  readonly endShownMs: number
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

/** An edit that keeps requests from dying, in offsets of the text in force. */
export interface Repair extends Fix {
  /** Of the problem that it repairs, where it is one's. */
  readonly code?: string
  /** Of what the same traffic sends in `forMs` how many fail, as it is and with the edit; absent: not tried out. */
  readonly tried?: {
    readonly forMs: number
    readonly failedNow: number
    readonly ofNow: number
    readonly failedThen: number
    readonly ofThen: number
    /** Where no fewer fail than before: what more fail of then, and how many. */
    readonly remains?: { readonly of: string; readonly failed: number }
  }
}
